import type { OpenShop } from '../collect/open-shop.ts';
import { Problem } from '../problem.ts';
import { allSegments } from '../segments/segments.ts';
import { alertBody, bodyOf } from './message.ts';

/** What endpoints hear of: a segment, or alerts. */
interface Topic {
  id: string;
  /** A message of it that tells of nobody. */
  example(at: number): string;
}

/** Under which endpoints hear of alerts: no segment has such an id. */
export const alertTopic = '*alerts';

/** Throws a `Problem` for what is neither. */
export async function topicOf(id: string, { store }: Pick<OpenShop, 'store'>): Promise<Topic> {
  const who = { visitor: 'example', customer: 'example' };
  if (id === alertTopic) return { id, example: (at) => alertBody({ ...who, ...exampleAlert(at) }, at) };
  const segment = (await allSegments(store)).find((one) => one.id === id);
  if (!segment) throw new Problem(404, 'unknown-segment', `There is no segment "${id}".`);
  const { name } = segment;
  return { id, example: (at) => bodyOf({ ...who, segment: { id, name }, enters: true }, at) };
}

export function exampleAlert(at: number) {
  return {
    alert: 'price' as const,
    product: {
      ...{ id: 'MUG-1', name: 'Red mug', url: 'https://www.shop.example/mugs/red' },
      ...{ price: '7.50', was: '9.00', currency: 'EUR' },
    },
    letter: {
      ...{ email: 'anna@shop.example', agreed: 'One letter, about this product alone.' },
      ...{ at: new Date(at).toISOString(), language: 'en' },
    },
  };
}
