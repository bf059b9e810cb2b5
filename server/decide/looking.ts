import type { Consent } from '../../snippet/protocol.ts';
import type { Place } from '../acquisition/region.ts';
import type { Standing } from '../campaigns/belongs.ts';
import type { BoughtBefore } from '../customers/bought-book.ts';
import type { Rung } from '../log/receipt.ts';
import type { Language } from '../messages/messages.ts';
import type { LastOrder } from '../order-status/last-order.ts';
import type { Profile } from '../profiles/profile.ts';

/** Who looks at which page, as far as a decision may know it. */
export interface Looking {
  consent: Consent;
  /** The person's profile, all devices joined; null without consent to use it. */
  profile: Profile | null;
  /** What the person bought before and may buy again; nothing without that consent. */
  bought: BoughtBefore;
  /** By what it is drawn who is in a comparison group: see `drawnBy`. */
  drawnBy: string;
  /** All devices of the person, this one among them. */
  visitors: readonly string[];
  language: Language;
  /** Where the request came from, as far as its address says it: a page of nobody's has that, too. */
  place: Place;
  /** The product that the page shows. */
  product: string | null;
  /** What the page itself says is in the cart, where it does. */
  cart: readonly string[] | null;
  /** Where campaigns may stand; missing where none is asked for. */
  page?: {
    path: string;
    standing: Standing;
    hasTrouble: boolean;
    /** Of the lists of codes that are used up, those of which they have one. */
    codes: ReadonlySet<string>;
  };
  /** Where their last order stands, where the page asks for it and they may be told. */
  order?: LastOrder | null;
  /** ms since 1970. */
  now: number;
}

/** How much the decision knows. */
export function rungOf({ profile }: Looking): Rung {
  return profile ? 'profile' : 'context';
}
