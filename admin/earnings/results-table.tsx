import { useLocation } from 'preact-iso/router';
import type { ResultRow, ShelfResults } from '../../server/earnings/results.ts';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import type { Recipes } from '../recommendations/load-recipes.ts';
import { formats } from '../session/session.ts';
import { addressOf, groups, type ResultsChoice } from './choices.ts';
import { recipeNameIn, slotName } from './names.ts';
import { ResultsFile } from './results-file.tsx';

interface Props {
  choice: ResultsChoice;
  results: ShelfResults;
  recipes: Recipes | null;
}

/** Which recipe and which place earns what. */
export function ResultsTable({ choice, results, recipes }: Props) {
  const t = messages.value.earnings;
  const { route } = useLocation();
  const { number, money, fine } = formats.value;
  const { by } = choice;
  const rows = { recipe: results.recipes, slot: results.slots, version: results.versions }[by];
  const nameOf = (row: ResultRow) => rowName(row, recipes);
  const onlyThis = ({ slot, recipe }: ResultRow) =>
    addressOf(choice, { ...(slot && { slot }), ...(recipe && { recipe }), product: '' });
  return (
    <Card title={t.which}>
      <Choice
        label={t.by}
        options={groups.map((value) => ({ value, label: t.groups[value] }))}
        value={by}
        onChoose={(next) => route(addressOf(choice, { by: next }), true)}
      />
      <Table
        caption={t.which}
        rows={rows}
        keyOf={({ slot, recipe, version }) => `${slot} ${recipe} ${version}`}
        columns={[
          { label: t.groups[by], cell: (row) => <a href={onlyThis(row)}>{nameOf(row)}</a> },
          { label: t.filled, definition: t.filledMeaning, number: true, cell: (row) => number(row.filled) },
          { label: t.views, definition: t.viewsMeaning, number: true, cell: (row) => number(row.views) },
          {
            label: t.clicks,
            definition: t.clicksMeaning,
            number: true,
            cell: ({ clicks, views }) => (
              <span class="earnings-cell">
                {number(clicks)}
                {views > 0 && <span class="soft small">{fine(clicks / views)}</span>}
              </span>
            ),
          },
          { label: t.carts, definition: t.cartsMeaning, number: true, cell: (row) => number(row.carts) },
          { label: t.orders, definition: t.ordersMeaning, number: true, cell: (row) => number(row.orders) },
          {
            label: t.net,
            definition: t.netMeaning,
            number: true,
            cell: ({ net }) => money({ amount: net, currency: results.currency }),
          },
        ]}
      />
      <ResultsFile table="recipes.csv" choice={choice} />
    </Card>
  );
}

function rowName({ slot, recipe, version }: ResultRow, recipes: Recipes | null): string {
  const place = slot === null ? null : slotName(slot);
  const name = recipe === null ? null : recipeNameIn(recipe, recipes);
  const known = name !== null && version !== null ? messages.value.why.version(name, String(version)) : name;
  return [place, known].filter((part) => part !== null).join(' · ');
}
