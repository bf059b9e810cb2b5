import { useId } from 'preact/hooks';
import { messages } from '../language/current.ts';

interface Props {
  label: string;
  columns: readonly string[];
  /** Empty for none. */
  column: string;
  examples: readonly string[];
  onChoose: (column: string) => void;
}

export function ColumnChoice({ label, columns, column, examples, onChoose }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={column}
        aria-describedby={`${id}-examples`}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">{messages.value.catalog.noColumn}</option>
        {columns.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <span id={`${id}-examples`} class="soft small column-examples">
        {examples.slice(0, 3).join(' · ')}
      </span>
    </div>
  );
}
