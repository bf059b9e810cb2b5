import { useLocation } from 'preact-iso/router';
import type { ProfitReport, ProfitRow } from '../../server/profit/report.ts';
import type { Dimension } from '../../server/profit/sheet.ts';
import { apiBase } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { FileLinks } from '../components/file-links.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { More } from '../load/more.tsx';
import type { Pages } from '../load/use-pages.ts';
import { formats } from '../session/session.ts';
import { addressOf, orders, type ProfitQuestion, queryOf, sorts } from './choices.ts';
import { GainBar } from './gain-bar.tsx';
import { keyName, RowName, withoutOrder } from './row-name.tsx';

interface Props {
  question: ProfitQuestion;
  report: ProfitReport;
  list: Omit<Pages, 'first'> & { items: ProfitRow[] };
}

/** What one looks at next, from who or what a row is of. */
const next: Record<Dimension, Dimension> = {
  ...{ customer: 'product', product: 'customer', category: 'product', channel: 'customer', region: 'customer' },
};

/** Who or what earns and loses, in the order that one likes. */
export function ProfitTable({ question, report, list }: Props) {
  const t = messages.value.profit;
  const { route } = useLocation();
  const { number, money, percent } = formats.value;
  const { currency, losing, largest } = report;
  const { by } = question;
  const inMoney = (amount: number) => money({ amount, currency });
  const choose = (changes: Partial<ProfitQuestion>) => route(addressOf(question, changes), true);
  const file = (separator: string) =>
    `${apiBase}/profit/table.csv?${new URLSearchParams({ ...queryOf(question), separator })}`;
  return (
    <Card title={t.questions[by]}>
      <div class="profit-choices">
        <Choice
          label={t.sort}
          options={sorts.map((value) => ({ value, label: t.sorts[value] }))}
          value={question.sort}
          onChoose={(sort) => choose({ sort })}
        />
        <Choice
          label={t.order}
          options={orders.map((value) => ({ value, label: t[value] }))}
          value={question.order}
          onChoose={(order) => choose({ order })}
        />
      </div>
      <p class="row" role="status">
        {losing.rows === 0 ? t.noneLoses : t.losing(losing.rows, inMoney(losing.profit))}
        {losing.rows > 0 && (question.sort !== 'profit' || question.order !== 'least') && (
          <Button look="quiet" onPress={() => choose({ sort: 'profit', order: 'least' })}>
            {t.showLosing}
          </Button>
        )}
      </p>
      <Table
        caption={t.questions[by]}
        rows={list.items}
        keyOf={({ key }) => key ?? ' '}
        columns={[
          { label: t.dimensions[by], cell: (row) => <RowName row={row} by={by} /> },
          {
            label: t.profit,
            definition: t.profitMeaning,
            number: true,
            cell: ({ profit, uncosted }) => (
              <span class="profit-cell">
                {profit === null ? <span class="soft">{t.costUnknown}</span> : inMoney(profit)}
                {profit !== null && uncosted > 0 && <span class="soft small">{t.upTo(inMoney(uncosted))}</span>}
                <GainBar gain={profit ?? 0} largest={largest} />
              </span>
            ),
          },
          {
            label: t.margin,
            definition: t.marginMeaning,
            number: true,
            cell: ({ margin }) => (margin === null ? '—' : percent(margin)),
          },
          { label: t.net, definition: t.netMeaning, number: true, cell: ({ net }) => inMoney(net) },
          { label: t.orders, number: true, cell: (row) => number(row.orders) },
          { label: t.pieces, number: true, cell: (row) => number(row.pieces) },
          {
            label: t.drill[by],
            cell: (row) =>
              row.key === withoutOrder ? null : (
                <a href={addressOf(question, { by: next[by], of: by, key: row.key })}>
                  {t.drill[by]}
                  <span class="unseen">: {row.visitor?.who ?? keyName(row.key, row.name, by)}</span>
                </a>
              ),
          },
        ]}
      />
      <More of={list} />
      <FileLinks address={file} />
    </Card>
  );
}
