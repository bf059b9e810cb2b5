import type { Looking } from '../decide/looking.ts';
import type { Profile } from '../profiles/profile.ts';
import type { OpenShop } from './open-shop.ts';
import { noStanding, standingOf } from './standing-of.ts';
import { isTroubled, troubleOf } from './trouble-of.ts';

type Open = Pick<OpenShop, 'campaigns' | 'segmentRules' | 'people' | 'store' | 'shop' | 'customers'>;

/** A page where campaigns may stand, and what they ask of whoever looks that profiles do not say. `now` in ms. */
export async function pageFor(
  path: string,
  person: { visitors: readonly string[]; profile: Profile } | null,
  open: Open,
  now: number,
): Promise<NonNullable<Looking['page']>> {
  if (!person) return { path, standing: noStanding, hasTrouble: false };
  const { sells } = open.campaigns.plan;
  return {
    path,
    standing: await standingOf(person, open),
    hasTrouble: sells && isTroubled(await troubleOf(person, open, now)),
  };
}
