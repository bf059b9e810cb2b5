import type { OpenShop } from '../collect/open-shop.ts';
import type { Period } from '../earnings/credits.ts';
import { inSlices } from '../profit/in-slices.ts';
import type { Words } from '../questions/question.ts';
import { allSegments } from '../segments/segments.ts';
import { type Bought, loadBought, loadPeople, periodBefore } from './load-loop.ts';
import { ofCampaign } from './marks-of.ts';
import { type Turn, turnOf } from './turn.ts';

type Sum = Pick<Bought, 'orders' | 'net'> & { people: number };

/** The four processes of a period, what flowed between them, and what it came to. Money in minor units of `currency`. */
export interface LoopReport {
  from: string;
  to: string;
  currency: string;
  /** How much of the log is in it: 0 to 1. */
  counted: number;
  turn: Turn;
  /** Of as many days before, without its parts. */
  before: Omit<Turn, 'parts'>;
  /** All that was bought; and of that what by people for whom something had been chosen before, within the period. */
  bought: { all: Sum; after: Sum; afterBefore: Sum };
  /** Orders of days without a rate of their currency, which are in no sum. */
  unrated: number;
  /** What a part is of -> its name, of segments, campaigns and questions that are still there; a question in the merchant's languages. */
  names: Record<string, string>;
  questions: Record<string, Words>;
}

export async function loopReport(period: Period, shop: OpenShop): Promise<LoopReport> {
  await shop.audience.refresh();
  const counted = await shop.loop.refreshed();
  // Whoever has a mark has a profile in the file.
  await shop.save();
  const now = await loadPeople(period, shop);
  const turn = await inSlices(turnOf(now.marks, now.people));
  const bought = await loadBought(period, now, shop);
  const past = await loadPeople(periodBefore(period), shop);
  const { parts: _, ...before } = await inSlices(turnOf(past.marks, past.people));
  const boughtBefore = await loadBought(periodBefore(period), past, shop);
  const segments = (await allSegments(shop.store)).map(({ id, name }) => [id, name] as const);
  const campaigns = [...shop.campaigns.current.values()].map(({ id, name }) => [ofCampaign(id), name] as const);
  return {
    ...period,
    ...{ currency: shop.shop.currency, counted, turn, before, unrated: bought.unrated },
    bought: { all: sum(bought.all), after: sum(bought.after), afterBefore: sum(boughtBefore.after) },
    names: Object.fromEntries([...segments, ...campaigns]),
    questions: Object.fromEntries(shop.questions.all().map(({ key, words }) => [key, words])),
  };
}

const sum = ({ people, orders, net }: Bought): Sum => ({ people: people.size, orders, net });
