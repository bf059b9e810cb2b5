import { Problem } from '../problem.ts';
import { mentioned } from '../segments/segments.ts';
import type { Campaign } from './campaign.ts';
import { listOf, offersOf, tiersOf } from './content.ts';

interface Has {
  has(id: string): boolean;
}

/** What the shop has. */
interface Known {
  recipes: Has;
  segments: Has;
  /** Lists of codes. */
  coupons: Has;
}

/** All that a campaign names is there. Throws a `Problem` for the first that is not. */
export function checkReferences(
  { audience, variants }: Pick<Campaign, 'audience' | 'variants'>,
  { recipes, segments, coupons }: Known,
): void {
  const unknown = audience && mentioned(audience).find((id) => !segments.has(id));
  if (unknown) throw missing('segment', `There is no segment "${unknown}".`, 'audience');
  for (const [number, { content }] of variants.entries()) {
    const at = `variants.${number}.content`;
    if (content.widget === 'shelf' && !recipes.has(content.recipe))
      throw missing('recipe', `There is no recipe "${content.recipe}".`, `${at}.recipe`);
    for (const [place, offer] of offersOf(content).entries()) {
      const list = listOf(offer);
      const tier = place === 0 ? '' : `.tiers.${place - 1}`;
      if (list !== null && !coupons.has(list))
        throw missing('coupons', `There is no list of codes "${list}".`, `${at}${tier}.code.list`);
    }
    for (const [place, segment] of tiersOf(content).entries())
      if (!segments.has(segment))
        throw missing('segment', `There is no segment "${segment}".`, `${at}.tiers.${place}.segment`);
  }
}

function missing(what: 'segment' | 'recipe' | 'coupons', detail: string, field: string): Problem {
  return new Problem(422, `unknown-${what}`, detail, { field: `campaign.${field}` });
}
