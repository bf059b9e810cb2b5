import type { Looking } from '../decide/looking.ts';
import type { Profile } from '../profiles/profile.ts';
import type { OpenShop } from './open-shop.ts';
import { noStanding, standingOf } from './standing-of.ts';
import { isTroubled, troubleOf } from './trouble-of.ts';

type Open = Pick<OpenShop, 'campaigns' | 'coupons' | 'segmentRules' | 'people' | 'store' | 'shop' | 'customers'>;
type Page = NonNullable<Looking['page']>;

/** A page where campaigns may stand, and what they ask of whoever looks that profiles do not say. `now` in ms. */
export async function pageFor(
  path: string,
  person: { visitors: readonly string[]; profile: Profile } | null,
  open: Open,
  now: number,
): Promise<Page> {
  if (!person) return { path, standing: noStanding, hasTrouble: false, codes: none };
  const { sells } = open.campaigns.plan;
  return {
    path,
    standing: await standingOf(person, open),
    hasTrouble: sells && isTroubled(await troubleOf(person, open, now)),
    codes: await codesOf(person.visitors, open),
  };
}

const none: Page['codes'] = new Set();

/** Of lists that are used up alone: of all others everybody may have one. */
function codesOf(visitors: readonly string[], { campaigns, coupons }: Open): Page['codes'] | Promise<Page['codes']> {
  const spent = campaigns.plan.lists.filter((list) => coupons.left(list) === 0);
  return spent.length === 0 ? none : coupons.heldOf(spent, visitors);
}
