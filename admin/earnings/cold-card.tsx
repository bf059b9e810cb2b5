import { parseResponse } from 'hono/client';
import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { More } from '../load/more.tsx';
import { usePages } from '../load/use-pages.ts';
import { ProductLink } from '../product/product-link.tsx';
import { formats } from '../session/session.ts';
import { addressOf, kinds, queryOf, type ResultsChoice } from './choices.ts';
import { ResultsFile } from './results-file.tsx';

/** Products that found nobody, and whether products that are alike lead to them. */
export function ColdCard({ choice }: { choice: ResultsChoice }) {
  const t = messages.value.earnings;
  const { route } = useLocation();
  const { number, date } = formats.value;
  const asked = { ...queryOf(choice), kind: choice.kind };
  const list = usePages(
    (cursor) =>
      parseResponse(
        client.shelves.results.cold.$get({ query: { ...asked, ...(cursor && { cursor: Number(cursor) }) } }),
      ),
    [JSON.stringify(asked)],
  );
  return (
    <Card title={t.cold}>
      <Choice
        label={t.coldBy}
        options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        value={choice.kind}
        onChoose={(kind) => route(addressOf(choice, { kind }), true)}
      />
      <Awaited of={list.first} lines={8}>
        {({ count }) =>
          count === 0 ? (
            <p class="soft">{t.noCold}</p>
          ) : (
            <>
              <p class="soft">{t.productCount(count)}</p>
              <Table
                caption={t.cold}
                rows={list.items}
                keyOf={({ product }) => product}
                columns={[
                  {
                    label: t.product,
                    cell: ({ product, name, category }) => (
                      <span class="earnings-name">
                        <ProductLink id={product} name={name} />
                        <span class="soft small">{category ?? product}</span>
                      </span>
                    ),
                  },
                  { label: t.offeredSince, number: true, cell: ({ addedAt }) => date(addedAt) },
                  { label: t.shown, definition: t.shownMeaning, number: true, cell: ({ shown }) => number(shown) },
                  { label: t.looks, definition: t.looksMeaning, number: true, cell: ({ looks }) => number(looks) },
                  { label: t.pieces, definition: t.piecesMeaning, number: true, cell: ({ pieces }) => number(pieces) },
                  {
                    label: t.carried,
                    definition: t.carriedMeaning,
                    cell: ({ carriedBy }) =>
                      carriedBy > 0 ? t.carriedBy(carriedBy) : <Badge tone="warn">{t.carriedByNone}</Badge>,
                  },
                ]}
              />
              <More of={list} />
              <ResultsFile table="cold.csv" choice={choice} />
            </>
          )
        }
      </Awaited>
    </Card>
  );
}
