import type { Me, Scope } from '../../widgets/your-data/definition.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { personOf } from '../collect/person.ts';
import { isDevice } from '../identity/stand-in.ts';
import type { Language } from '../messages/messages.ts';
import { latestOrders } from '../orders/read-orders.ts';
import { whoseData } from '../privacy/whose.ts';
import type { Profile } from '../profiles/profile.ts';
import { inWords } from './in-words.ts';

interface Asked {
  visitor: string;
  scope: Scope;
  shop: OpenShop;
  language: Language;
  /** ms since 1970. */
  now: number;
}

/** What a visitor is told of what is known; where they must sign in first, no more than that what they allowed can be taken back. */
export async function knownOf({ visitor, scope, shop, language, now }: Asked): Promise<Partial<Me>> {
  const { profiles, people, catalog, questions, sources, taste, store } = shop;
  await profiles.hold([visitor]);
  const own = profiles.of(visitor);
  profiles.release([visitor]);
  const canWithdraw = mayBeTakenBack(own);
  if (scope !== 'device' && scope !== 'person') return { canWithdraw };
  const isPerson = scope === 'person';
  const whose = await whoseData(visitor, people);
  if (isPerson) await shop.save();
  const told = inWords({
    ...{ scope, language, now, questions, sources: sources.rules(), taste: taste.current },
    profile: isPerson ? await personOf(visitor, shop) : own,
    keys: isPerson ? whose.keys : [],
    devices: whose.visitors.filter(isDevice).length,
    orders: isPerson ? await latestOrders(whose.visitors, store) : [],
    nameOf: (product) => catalog.get(product)?.name ?? product,
    timeZone: shop.shop.timeZone,
  });
  return { ...told, canWithdraw };
}

/** A banner would say again on the next page what it remembers, and a tag what it says of everyone. */
function mayBeTakenBack({ consent }: Profile): boolean {
  return consent?.value.source === 'api' && consent.value.statistics === true;
}
