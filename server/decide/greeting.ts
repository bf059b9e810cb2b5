import type { PropsOf } from '../../widgets/define.ts';
import type { greeting } from '../../widgets/greeting/definition.ts';
import type { Step } from '../log/receipt.ts';
import { fill, messagesIn, plural } from '../messages/messages.ts';
import { nameOf } from '../profiles/read.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { Looking } from './looking.ts';

export interface Greeting {
  /** Null leaves the shop's own words. */
  props: PropsOf<typeof greeting> | null;
  steps: Step[];
}

/** By name for a customer whom the shop's signed word named; by what is known for a visitor who came back; else not at all. */
export function greet(looking: Looking, evidence: Evidence): Greeting {
  const { profile, language } = looking;
  if (!profile) return { props: null, steps: [{ name: 'known', count: 0, note: 'no-consent' }] };
  const words = messagesIn(language).greeting;
  const name = nameOf(profile);
  if (name === null && evidence.lastVisit === null) {
    return { props: null, steps: [{ name: 'known', count: 0, note: 'first-visit' }] };
  }
  const { text, step } = news(looking, evidence);
  return {
    props: {
      title: name === null ? words.returning : fill(words.named, { name }),
      text,
      gift: words.gift,
      forAnother: evidence.gift ? 'yes' : '',
    },
    steps: [{ name: name === null ? 'returning' : 'named', count: 1 }, step],
  };
}

/** The one thing that is worth saying now: the waiting cart, what is new, what they like. */
function news(
  { language }: Looking,
  { cart, catalog, lastVisit, likings, gift, session }: Evidence,
): { text: string; step: Step } {
  const words = messagesIn(language).greeting;
  if (gift) return { text: words.forAnother, step: { name: 'gift-visit', count: session.length } };
  if (cart.length > 0)
    return { text: plural(words.cart, cart.length, language), step: { name: 'cart', count: cart.length } };
  const since = lastVisit;
  const arrived = since === null ? 0 : countUntil(catalog.newest(), ({ addedAt }) => addedAt <= since);
  if (arrived > 0)
    return { text: plural(words.newProducts, arrived, language), step: { name: 'new-since', count: arrived } };
  const [liked] = likings;
  if (liked)
    return { text: fill(words.liking, { category: liked.category }), step: { name: 'liked-categories', count: 1 } };
  return { text: words.lately, step: { name: 'lately', count: 0 } };
}

function countUntil<T>(list: readonly T[], isPast: (item: T) => boolean): number {
  const place = list.findIndex(isPast);
  return place < 0 ? list.length : place;
}
