import './table.css';
import type { ComponentChildren } from 'preact';
import { Explained } from './explained.tsx';

interface Column<T> {
  label: string;
  definition?: string;
  /** Numbers and times stand to the right. */
  number?: boolean;
  cell: (row: T) => ComponentChildren;
}

interface Props<T> {
  caption: string;
  /** The first one names the row. */
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
}

/** Rows and columns, and cards where there is no room for columns. */
export function Table<T>({ caption, columns, rows, keyOf }: Props<T>) {
  return (
    <table class="table numbers">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, definition, number }) => (
            <th key={label} scope="col" class={number ? 'table-column table-number' : 'table-column'}>
              {definition ? <Explained definition={definition}>{label}</Explained> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ label, number, cell }, place) =>
              place === 0 ? (
                <th key={label} scope="row" class="table-name">
                  {cell(row)}
                </th>
              ) : (
                <td key={label} class={number ? 'table-number' : undefined}>
                  <span class="table-label" aria-hidden="true">
                    {label}
                  </span>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
