import { apiBase } from '../api/client.ts';
import { messages } from '../language/current.ts';
import { queryOf, type ResultsChoice } from './choices.ts';

interface Props {
  table: 'recipes.csv' | 'products.csv' | 'cold.csv';
  choice: ResultsChoice;
}

/** The table as a file, with what was chosen. */
export function FileLinks({ table, choice }: Props) {
  const t = messages.value.profit;
  const { sort, kind } = choice;
  const file = (separator: string) =>
    `${apiBase}/shelves/results/files/${table}?${new URLSearchParams({ ...queryOf(choice), sort, kind, separator })}`;
  return (
    <p class="row small">
      <span class="soft">{t.file}:</span>
      <a href={file('semicolon')} download>
        {t.semicolon}
      </a>
      <a href={file('comma')} download>
        {t.comma}
      </a>
    </p>
  );
}
