import type { Prefilled, PrefillField } from '../../widgets/prefill/definition.ts';
import { mask } from '../../widgets/prefill/mask.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { personOf } from '../collect/person.ts';
import { whoseData } from '../privacy/whose.ts';
import { isUsable } from '../profiles/is-usable.ts';
import { customerOf } from '../profiles/read.ts';
import { contactOf } from './contact-of.ts';
import { signedFor } from './signed-for.ts';

/** What somebody is told of whom nothing may be told: the same for whoever is unknown, and for every word that proves nothing. */
export const nobody: Prefilled = { who: '', fields: [] };

/**
 * What a visitor is told for the order form. By the token of a device alone, hints at what was verified on that very device; the words
 * themselves, of all devices of the person, only where the shop's backend has just signed who it is. Such a word that proves nothing leaves
 * not even the hints: whoever shows one is not the person whose device it seems to be. `now` in ms.
 */
export async function knownFor(
  { visitor, identity }: { visitor: string; identity: string | undefined },
  shop: OpenShop,
  now: number,
): Promise<Prefilled> {
  const { profiles, people, sources, tokens } = shop;
  await profiles.hold([visitor]);
  const own = profiles.of(visitor);
  profiles.release([visitor]);
  const consent = own.consent?.value ?? {};
  if (!consent.statistics || !consent.personalisation) return nobody;
  const isSigned = identity !== undefined && (await signedFor(visitor, identity, shop, now));
  if (identity !== undefined && !isSigned) return nobody;
  const who = await tokens.successor(visitor, 'what it keeps of an order form');
  if (isSigned) {
    const [person, { keys }] = [await personOf(visitor, shop, isUsable), await whoseData(visitor, people)];
    return { who, fields: [...contactOf(person, keys, sources.rules(), now)].map((known) => told(known, true)) };
  }
  // What was typed here is a claim, which the device itself may keep; only of whoever has signed in here is anything known to us.
  const keys = (await people.keysOf([visitor])).get(visitor) ?? [];
  if (customerOf(own) === null || !keys.includes(`customer:${customerOf(own)}`)) return { who, fields: [] };
  return { who, fields: [...contactOf(own, keys, sources.rules(), now)].map((known) => told(known, false)) };
}

function told([field, value]: [PrefillField, string], isWhole: boolean): Prefilled['fields'][number] {
  return { field, hint: mask(field, value), ...(isWhole && { value }) };
}
