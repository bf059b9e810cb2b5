import type { Consent } from '../../snippet/protocol.ts';
import type { Reason } from './reason.ts';

/** Why a slot showed what it showed. Kept in the log as part of a `decision` event. */
export interface Receipt {
  /** What `slot_view` and `slot_click` name. */
  id: string;
  slot: string;
  widget: string;
  rung: Rung;
  consent: Consent;
  /** Which recipe, in which version; null for a widget that shows no products. */
  recipe: string | null;
  /** What went in: anchor products, cart, customer known or not, watermark. */
  inputs: Record<string, string | number | string[] | null>;
  /** The path through the rules, in the order in which they were tried. */
  steps: Step[];
  /** What was shown; empty where the shop's own content stayed. */
  shown: { id: string; reason: Reason; score: number }[];
  /**
   * `shelf` or `without`: of the comparison group, or not; `only` where nothing is compared. With the chance with which it was drawn.
   * In `without` the recipe is the one whose shelf was kept away.
   */
  arm: string;
  propensity: number;
  /** What the comparison group sees in the shelf's place, of both groups; none where nothing is compared. */
  instead?: Instead | undefined;
  /** The campaign that stood here; `tier`: the segment by which they were offered what they were. */
  campaign?: (DrawnCampaign & { variant: string; tier?: string | undefined }) | undefined;
  /** Campaigns that would have stood here, but for the draw. */
  without?: (DrawnCampaign & { why: 'held-out' | 'goes-without' })[] | undefined;
}

export interface DrawnCampaign {
  id: string;
  version: number;
  /** The chance with which this was drawn. */
  propensity: number;
}

/**
 * How much the decision may know: all that the visitor did, on all visits; or what the request itself says, the page and where it
 * came from. There is nothing in between: consent to count is none to choose by, and without it no visit is known as one.
 */
export type Rung = 'profile' | 'context';

/** The shop's own content, or what is popular for everyone. */
export type Instead = 'own' | 'popular';

export interface Step {
  /** An ingredient of the recipe, or a filter, for instance `bought-together` or `in-cart`. */
  name: string;
  /** Candidates that it brought (ingredient) or took away (filter). */
  count: number;
  /** Why it brought nothing, where it did; of the comparison group, what it sees. */
  note?:
    | 'no-anchor'
    | 'no-evidence'
    | 'no-consent'
    | 'first-visit'
    | 'no-occasion'
    | 'all-answered'
    | 'not-now'
    | 'own-content'
    | 'popular-instead'
    | 'own-order'
    | undefined;
}
