import type { Campaign } from '../../server/campaigns/campaign.ts';
import { keyOf } from '../questions/key-of.ts';

/** A campaign as it is being written: its version is given as it is kept. */
export type Draft = Omit<Campaign, 'version'>;
export type Variant = Draft['variants'][number];
export type Content = Variant['content'];
export type Html = Extract<Content, { widget: 'html' }>;
export type Loan = Extract<Content, { widget: 'loan' }>;

/** A change to some of its parts. */
export type Change = (part: Partial<Draft>) => void;

export function draftOf({ version: _, ...campaign }: Campaign): Draft {
  return campaign;
}

export const blankMessage: Content = {
  ...{ widget: 'message', title: {}, text: {}, image: null },
  button: { words: {}, url: '/' },
};

export const blankHtml: Html = { widget: 'html', title: {}, html: {}, height: 200, narrowHeight: 260 };

export const blankLoan: Loan = {
  ...{ widget: 'loan', title: {}, text: {}, down: 0 },
  terms: [3, 6, 12, 24].map((months) => ({ months, rate: 0 })),
};

/** What a new campaign begins with. A bar needs no place in the shop's pages, and interrupts nobody. */
export const blank: Draft = {
  ...{ id: '', name: '', state: 'draft' },
  place: { kind: 'bar', trigger: { on: 'delay', seconds: 5 } },
  audience: null,
  rungs: ['profile', 'context'],
  pages: { only: [], never: ['/cart*', '/checkout*'] },
  products: { categories: [], brands: [], products: [] },
  schedule: { from: null, until: null, days: [], hours: null },
  caps: { session: 1, day: 1, ever: 5, hoursBetween: 0 },
  ...{ priority: 50, sells: true },
  goal: { event: 'purchase', days: 7 },
  ...{ againAfter: 30, holdout: 5 },
  split: { by: 'weights' },
  variants: [{ id: 'a', weight: 1, content: blankMessage }],
  cost: { once: 0, perView: 0, perClick: 0, perGoal: 0 },
};

/** At its address stands what holds for all campaigns. */
const ofAll = 'common';

/** An id by the Latin letters of a name that no campaign has. */
export function newId(name: string, taken: ReadonlySet<string>): string {
  const words = keyOf(name)
    .replaceAll('_', '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 32)
    .replace(/-+$/, '');
  const start = words || 'campaign';
  for (let number = 1; ; number++) {
    const id = number === 1 ? start : `${start}-${number}`;
    if (!taken.has(id) && id !== ofAll) return id;
  }
}

/** The letter after the last one, so that what one variant has shown is never taken for another's. */
export function newVariantId(variants: readonly Variant[]): string {
  const last = variants.map(({ id }) => id).filter((id) => /^[a-y]$/.test(id));
  return String.fromCharCode((last.sort().at(-1) ?? '`').charCodeAt(0) + 1);
}

/** As it is kept: a button without words is none, nor is an empty line a path. */
export function readyOf(draft: Draft): Draft {
  const paths = (lines: readonly string[]) => lines.map((line) => line.trim()).filter(Boolean);
  return {
    ...draft,
    pages: { only: paths(draft.pages.only), never: paths(draft.pages.never) },
    variants: draft.variants.map((variant) => ({ ...variant, content: readyContent(variant.content) })),
  };
}

function readyContent(content: Content): Content {
  if (content.widget !== 'message' || Object.values(content.button?.words ?? {}).some(Boolean)) return content;
  return { ...content, button: null };
}
