import type { ColdKind } from '../../server/earnings/coverage.ts';
import { formats } from '../session/session.ts';

export const periods = ['7', '30', '90', '365', 'own'] as const;
export const groups = ['recipe', 'slot', 'version'] as const;
export const sorts = ['net', 'clicks', 'shown'] as const;
export const kinds = ['unshown', 'unseen', 'unsold'] as const satisfies ColdKind[];

/** What the page is asked: it stands in its address, so that it can be sent to somebody, and gone back to. */
export interface ResultsChoice {
  period: (typeof periods)[number];
  /** Days of the shop's zone, `2026-11-21`. */
  from: string;
  to: string;
  by: (typeof groups)[number];
  /** Only of this place, this recipe; empty for all. */
  slot: string;
  recipe: string;
  /** Whose clicks are listed. */
  product: string;
  sort: (typeof sorts)[number];
  kind: (typeof kinds)[number];
}

const aDay = 86_400_000;
const day = /^\d{4}-\d{2}-\d{2}$/;

export function choiceIn(query: Record<string, string>, now: number): ResultsChoice {
  const said = periods.find((one) => one === query.period) ?? '30';
  const own = said === 'own' && day.test(query.from ?? '') && day.test(query.to ?? '');
  const period = said === 'own' && !own ? '30' : said;
  const today = formats.value.day(now);
  return {
    period,
    ...(own
      ? { from: query.from ?? today, to: query.to ?? today }
      : { from: formats.value.day(now - (Number(period) - 1) * aDay), to: today }),
    by: groups.find((one) => one === query.by) ?? 'recipe',
    slot: query.slot ?? '',
    recipe: query.recipe ?? '',
    product: query.product ?? '',
    sort: sorts.find((one) => one === query.sort) ?? 'net',
    kind: kinds.find((one) => one === query.kind) ?? 'unshown',
  };
}

/** The page's address with some of it changed. */
export function addressOf(choice: ResultsChoice, changes: Partial<ResultsChoice>): string {
  const { from, to, ...rest } = { ...choice, ...changes };
  const words = new URLSearchParams(Object.entries(rest).filter(([, value]) => value !== ''));
  if (rest.period === 'own') for (const [name, value] of Object.entries({ from, to })) words.set(name, value);
  return `/admin/recommendations/results?${words}`;
}

/** As the server is asked. */
export function queryOf({ from, to, slot, recipe }: ResultsChoice) {
  return { from, to, ...(slot && { slot }), ...(recipe && { recipe }) };
}
