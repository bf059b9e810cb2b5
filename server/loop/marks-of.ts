import type { LogEvent } from '../log/log-event.ts';
import type { Receipt } from '../log/receipt.ts';
import type { Mark } from './process.ts';

/** Deeds that say what somebody likes or wants. */
const telling = ['view_item', 'search', 'add_to_cart', 'add_to_wishlist', 'purchase'] as const;

/** Events that say something of the loop. */
export const loopNames: readonly string[] = [
  ...telling,
  ...['segment_enter', 'segment_leave', 'slot_view', 'slot_click', 'slot_dismiss'],
  ...['decision', 'answer', 'told', 'edited', 'login', 'sign_up'],
];

/** day, visitor, mark, of -> first and last moment (ms since 1970), and how often. */
export type Marks = Map<string, [first: number, last: number, count: number]>;

/** `dayOf` names the shop's day of a moment. Each event must come once; in which order does not matter. */
export function marksOf(events: readonly LogEvent[], dayOf: (at: number) => string): Marks {
  const found: Marks = new Map();
  for (const event of events) {
    for (const [mark, of] of said(event)) {
      const { at, visitor } = event;
      const key = JSON.stringify([dayOf(at), visitor, mark, of]);
      const [first, last, count] = found.get(key) ?? [at, at, 0];
      found.set(key, [Math.min(first, at), Math.max(last, at), count + 1]);
    }
  }
  return found;
}

/** What one event says, each with what it is about: a segment, a campaign or place, a question, a source. */
function said(event: LogEvent): [Mark, string][] {
  const { name, params, answer, facts, identity } = event;
  // An order names its customer, too, and is a deed besides.
  const named: [Mark, string][] = identity ? [['named', '']] : [];
  switch (name) {
    case 'segment_enter':
      return [['entered', text(params?.segment)]];
    case 'segment_leave':
      return [['left', text(params?.segment)]];
    case 'slot_view':
      return [['reached', whatOf(event)]];
    case 'slot_click':
      return [['clicked', whatOf(event)]];
    case 'slot_dismiss':
      return [['closed', whatOf(event)]];
    case 'decision':
      return (event.receipts ?? []).filter(isPersonal).map((receipt) => ['chosen', placeOf(receipt)]);
    case 'answer':
      return answer ? [['answered', answer.question]] : [];
    case 'told':
      return [...new Set(facts?.map(({ source }) => source))].map((source) => ['told', source]);
    case 'edited':
      return [['corrected', '']];
    default:
      return telling.some((one) => one === name) ? [...named, ['acted', name]] : named;
  }
}

/** By the profile, and something came of it. */
function isPersonal({ rung, shown, campaign, arm }: Receipt): boolean {
  return rung === 'profile' && arm !== 'without' && (campaign !== undefined || shown.length > 0);
}

const placeOf = ({ campaign, slot }: Receipt) => (campaign ? ofCampaign(campaign.id) : ofSlot(slot));

function whatOf({ shown, params }: LogEvent): string {
  return shown ? ofCampaign(shown.campaign) : ofSlot(text(params?.slot));
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

export const ofCampaign = (id: string) => `campaign:${id}`;
const ofSlot = (slot: string) => `slot:${slot}`;
