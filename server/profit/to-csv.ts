import { decimalOf } from '../money.ts';
import { csvLine } from '../segments/csv.ts';
import type { ProfitReport, ProfitRow } from './report.ts';
import { withoutOrder } from './sheet.ts';

const together = 500;

/** The rows of a report as CSV, some hundred lines at a time; amounts in major units, what is not known empty. */
export function* profitLines(report: ProfitReport, delimiter: ',' | ';'): Generator<string> {
  const { currency, steps, rows, asked } = report;
  const amount = (minor: number | null) => (minor === null ? null : decimalOf({ amount: minor, currency }));
  const head = [asked.by, 'name', 'orders', 'pieces', 'net', 'profit', 'margin', 'currency'];
  yield csvLine([...head, ...steps.map(({ id, rule }) => (rule ? `rule: ${rule.name}` : id))], delimiter);
  for (let from = 0; from < rows.length; from += together)
    yield rows
      .slice(from, from + together)
      .map((row) =>
        csvLine(
          [
            ...[keyOf(row), row.name ?? row.visitor?.who ?? '', row.orders, row.pieces],
            ...[amount(row.net), amount(row.profit), row.margin === null ? null : row.margin.toFixed(4), currency],
            ...row.sums.map(amount),
          ],
          delimiter,
        ),
      )
      .join('');
}

function keyOf({ key, visitor }: ProfitRow): string {
  return key === withoutOrder ? '' : (visitor?.customer ?? key ?? '');
}
