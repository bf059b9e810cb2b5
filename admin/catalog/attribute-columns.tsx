import { messages } from '../language/current.ts';
import type { Mapping, Preview } from './send-file.ts';

interface Props {
  preview: Preview;
  mapping: Mapping;
  onMap: (mapping: Mapping) => void;
}

const prefix = 'attribute:';

/** Which columns that are no field of ours are attributes, under their own names. */
export function AttributeColumns({ preview: { columns, attributes, rows }, mapping, onMap }: Props) {
  const t = messages.value.catalog.attributes;
  const taken = new Set(Object.entries(mapping).flatMap(([field, column]) => (field.startsWith(prefix) ? [] : column)));
  const others = columns.filter((column) => !attributes.includes(column) && !taken.has(column));
  if (others.length + attributes.length === 0) return null;

  function choose(column: string, isChosen: boolean) {
    const { [`${prefix}${column}` as const]: _, ...rest } = mapping;
    onMap(isChosen ? { ...rest, [`${prefix}${column}`]: column } : rest);
  }

  return (
    <fieldset class="attribute-columns">
      <legend>{t.title}</legend>
      <p class="soft">{t.text}</p>
      {attributes.length > 0 && (
        <p>
          {t.own} {attributes.map((name) => name.replace(prefix, '')).join(', ')}
        </p>
      )}
      {others.map((column) => (
        <label key={column}>
          <input
            type="checkbox"
            checked={mapping[`${prefix}${column}`] !== undefined}
            onChange={(event) => choose(column, event.currentTarget.checked)}
          />
          <span>{column}</span>
          <span class="soft small column-examples">
            {rows
              .map((row) => row[column] ?? '')
              .filter((text) => text !== '')
              .slice(0, 2)
              .join(' · ')}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
