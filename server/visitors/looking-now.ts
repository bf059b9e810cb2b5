import type { Consent } from '../../snippet/protocol.ts';
import { boughtBy } from '../collect/bought-by.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { drawnBy, joinedPerson, visitorsOfPerson } from '../collect/person.ts';
import type { Looking } from '../decide/looking.ts';
import { languageFor } from '../messages/messages.ts';
import { isUsable } from '../profiles/is-usable.ts';
import type { Profile } from '../profiles/profile.ts';
import { knownPerson } from './known-person.ts';

/** Somebody as they would look at a page now, with what they last allowed; `whole`: all that is known of them, also what may choose nothing. */
export async function lookingNow(
  visitor: string,
  shop: OpenShop,
  now: number,
): Promise<{ looking: Omit<Looking, 'page' | 'product'>; whole: Profile }> {
  const whole = await knownPerson(visitor, shop);
  await shop.profiles.hold([visitor]);
  const said = shop.profiles.of(visitor).consent;
  shop.profiles.release([visitor]);
  const consent: Consent = said?.value ?? {};
  const mayJoin = consent.statistics && consent.personalisation;
  const person = mayJoin ? await joinedPerson(visitor, shop, isUsable) : null;
  return {
    whole,
    looking: {
      consent,
      profile: person?.profile ?? null,
      bought: person ? await boughtBy(person, shop) : new Map(),
      drawnBy: mayJoin ? await drawnBy(visitor, shop) : visitor,
      visitors: await visitorsOfPerson(visitor, shop),
      language: languageFor(whole.client?.value.language),
      place: whole.place?.value ?? {},
      cart: null,
      now,
    },
  };
}
