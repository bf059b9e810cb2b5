import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { More } from '../load/more.tsx';
import { usePages } from '../load/use-pages.ts';
import type { Recipes } from '../recommendations/load-recipes.ts';
import { formats } from '../session/session.ts';
import { reasonWords } from '../visitor/reason-words.ts';
import { Person } from '../visitors/person.tsx';
import { addressOf, queryOf, type ResultsChoice } from './choices.ts';
import { recipeNameIn, slotName } from './names.ts';

/** Who opened a product on a shelf, and what they did with it. */
export function ClicksCard({ choice, recipes }: { choice: ResultsChoice; recipes: Recipes | null }) {
  const t = messages.value.earnings;
  const { moment, money } = formats.value;
  const asked = { ...queryOf(choice), product: choice.product };
  const list = usePages(
    (cursor) =>
      parseResponse(
        client.shelves.results.clicks.$get({ query: { ...asked, ...(cursor && { cursor: Number(cursor) }) } }),
      ),
    [JSON.stringify(asked)],
  );
  const name = list.first.value?.name ?? choice.product;
  return (
    <Card title={t.whoOpened(name)} aside={<a href={addressOf(choice, { product: '' })}>{t.allProducts}</a>}>
      <Awaited of={list.first} lines={8}>
        {({ currency, names }) => (
          <>
            {list.items.length === 0 && <p class="soft">{t.nobodyOpened}</p>}
            {list.items.length > 0 && (
              <Table
                caption={t.whoOpened(name)}
                rows={list.items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    label: t.who,
                    cell: ({ who }) => (who ? <Person {...who} /> : <span class="soft">{t.uncounted}</span>),
                  },
                  { label: t.when, number: true, cell: ({ at }) => moment(at) },
                  {
                    label: t.where,
                    cell: ({ slot, recipe, version }) =>
                      `${slotName(slot)} · ${messages.value.why.version(recipeNameIn(recipe, recipes), String(version))}`,
                  },
                  {
                    label: t.why,
                    cell: ({ reason, place }) => (
                      <span class="earnings-name">
                        {reason && reasonWords(reason, (id) => names[id] ?? id)}
                        {place !== null && <span class="soft small">{t.place(place)}</span>}
                      </span>
                    ),
                  },
                  {
                    label: t.after,
                    cell: ({ cart, net }) =>
                      net !== null ? (
                        <Badge tone="good">{t.bought(money({ amount: net, currency }))}</Badge>
                      ) : cart ? (
                        <Badge tone="note">{t.inCart}</Badge>
                      ) : (
                        <span class="soft">{t.onlyOpened}</span>
                      ),
                  },
                ]}
              />
            )}
            <More of={list} />
          </>
        )}
      </Awaited>
    </Card>
  );
}
