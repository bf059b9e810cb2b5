import type { Decision, Item, Spot } from './protocol.ts';

/**
 * What the editor on the shop's own pages sends and gets. Types only, proved equal to the collector's schemas. The signed link names
 * the draft; it goes as `Authorization: Bearer`.
 */

/** Body of `POST /v1/preview`. */
export interface PreviewRequest {
  site: string;
  path: string;
  /** BCP 47, the page's own. */
  language?: string | undefined;
  /** That the page shows. */
  product?: Item['item_id'] | undefined;
  /** Places that the page has. */
  slots: string[];
  who: PreviewedAs;
  device?: PreviewDevice | undefined;
  /** Which variant of the draft is drawn; the empty text for whoever goes without; null for what would be. */
  variant: string | null;
}

/** As who the page is looked at: somebody who allows nothing to be known, somebody made up, or somebody of a segment. */
export type PreviewedAs = { example: PreviewExample } | { segment: string };
export type PreviewExample = 'nobody' | 'new' | 'cart' | 'regular';
export type PreviewDevice = 'phone' | 'desktop';

/** Body of `POST /v1/preview/place`: the draft is to stand there. Answered with a `PreviewedDraft`. */
export interface PreviewPlace {
  site: string;
  at: Spot;
  /** The only pages that it is for, `*` standing for anything; null leaves them as they are. */
  only: string | null;
  /** The revision of the draft that was looked at. */
  base: number;
}

/** What the page would show, as it is decided for visitors; nothing of it is recorded. */
export interface PreviewAnswer {
  decisions: Decision[];
  draft: PreviewedDraft;
  /** Every campaign that runs, and the draft, by place and rank. */
  campaigns: PreviewedFate[];
  /** Whom it can be seen as beside the examples. */
  segments: { id: string; name: string }[];
  /** False for a segment in which nobody is, or nobody who may be known. */
  isSomebody: boolean;
  language: string;
  words: PreviewWords;
}

export interface PreviewedDraft {
  id: string;
  name: string;
  variants: string[];
  /** Where it stands. */
  slot: string | null;
  /** Whether it is for certain pages alone. */
  hasPages: boolean;
  /** To be said again when it is given another place. */
  revision: number;
}

export interface PreviewedFate {
  id: string;
  name: string;
  /** Where it would stand, and what becomes of it there, in words. */
  place: string;
  fate: string;
  isShown: boolean;
}

/** In the panel's language; `{name}` is replaced by a value. */
export type PreviewWords = Record<
  | 'title'
  | 'draft'
  | 'as'
  | 'nobody'
  | 'new'
  | 'cart'
  | 'regular'
  | 'segments'
  | 'isNobody'
  | 'device'
  | 'phone'
  | 'desktop'
  | 'narrow'
  | 'shows'
  | 'wouldBe'
  | 'variant'
  | 'without'
  | 'redraw'
  | 'here'
  | 'fold'
  | 'unfold'
  | 'dock'
  | 'end'
  | 'over'
  | 'failed'
  | 'pick'
  | 'picking'
  | 'selected'
  | 'position'
  | 'before'
  | 'after'
  | 'prepend'
  | 'append'
  | 'several'
  | 'generated'
  | 'pages'
  | 'asIs'
  | 'onlyHere'
  | 'alike'
  | 'noSpot'
  | 'firstScreen'
  | 'take'
  | 'cancel'
  | 'taken'
  | 'changed',
  string
>;
