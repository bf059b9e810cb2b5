import { apiBase } from '../api/client.ts';
import { FileLinks } from '../components/file-links.tsx';
import { queryOf, type ResultsChoice } from './choices.ts';

interface Props {
  table: 'recipes.csv' | 'products.csv' | 'cold.csv';
  choice: ResultsChoice;
}

/** The table as a file, with what was chosen. */
export function ResultsFile({ table, choice }: Props) {
  const { sort, kind } = choice;
  const address = (separator: string) =>
    `${apiBase}/shelves/results/files/${table}?${new URLSearchParams({ ...queryOf(choice), sort, kind, separator })}`;
  return <FileLinks address={address} />;
}
