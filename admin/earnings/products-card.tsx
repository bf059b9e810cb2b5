import { parseResponse } from 'hono/client';
import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { More } from '../load/more.tsx';
import { usePages } from '../load/use-pages.ts';
import { ProductLink } from '../product/product-link.tsx';
import { formats } from '../session/session.ts';
import { addressOf, queryOf, type ResultsChoice, sorts } from './choices.ts';
import { ResultsFile } from './results-file.tsx';

/** Which products were shown, opened and bought, on the shelves that were chosen. */
export function ProductsCard({ choice }: { choice: ResultsChoice }) {
  const t = messages.value.earnings;
  const { route } = useLocation();
  const { number, money } = formats.value;
  const asked = { ...queryOf(choice), sort: choice.sort };
  const list = usePages(
    (cursor) =>
      parseResponse(
        client.shelves.results.products.$get({ query: { ...asked, ...(cursor && { cursor: Number(cursor) }) } }),
      ),
    [JSON.stringify(asked)],
  );
  return (
    <Card title={t.products}>
      <Choice
        label={messages.value.profit.sort}
        options={sorts.map((value) => ({ value, label: t.sorts[value] }))}
        value={choice.sort}
        onChoose={(sort) => route(addressOf(choice, { sort }), true)}
      />
      <Awaited of={list.first} lines={8}>
        {({ currency, count }) => (
          <>
            <p class="soft">{t.productCount(count)}</p>
            <Table
              caption={t.products}
              rows={list.items}
              keyOf={({ product }) => product}
              columns={[
                {
                  label: t.product,
                  cell: ({ product, name }) => (name === null ? product : <ProductLink id={product} name={name} />),
                },
                { label: t.shown, definition: t.shownMeaning, number: true, cell: (row) => number(row.shown) },
                {
                  label: t.clicks,
                  definition: t.clicksMeaning,
                  number: true,
                  cell: ({ product, name, clicks }) =>
                    clicks === 0 ? (
                      number(clicks)
                    ) : (
                      <a href={addressOf(choice, { product })}>
                        {number(clicks)}
                        <span class="unseen"> {t.whoOpened(name ?? product)}</span>
                      </a>
                    ),
                },
                { label: t.carts, definition: t.cartsMeaning, number: true, cell: (row) => number(row.carts) },
                { label: t.orders, definition: t.ordersMeaning, number: true, cell: (row) => number(row.orders) },
                {
                  label: t.net,
                  definition: t.netMeaning,
                  number: true,
                  cell: ({ net }) => money({ amount: net, currency }),
                },
              ]}
            />
            <More of={list} />
            <ResultsFile table="products.csv" choice={choice} />
          </>
        )}
      </Awaited>
    </Card>
  );
}
