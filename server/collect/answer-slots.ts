import type { Place } from '../acquisition/region.ts';
import { spotsOn } from '../campaigns/prepare.ts';
import { isSpot } from '../campaigns/spot.ts';
import { decide } from '../decide/decide.ts';
import type { Looking } from '../decide/looking.ts';
import { newVisitor } from '../identity/visitor-token.ts';
import type { LogEvent } from '../log/log-event.ts';
import { languageFor } from '../messages/messages.ts';
import { lastOrder } from '../order-status/last-order.ts';
import { isUsable } from '../profiles/is-usable.ts';
import { boughtBy } from './bought-by.ts';
import type { OpenShop } from './open-shop.ts';
import { pageFor } from './page-for.ts';
import type { PageMemory } from './page-memory.ts';
import { drawnBy, joinedPerson, visitorsOfPerson } from './person.ts';
import type { ReadBatch } from './read-batch.ts';

export interface Asked {
  batch: ReadBatch;
  /** The facts that have just been kept. */
  events: readonly Omit<LogEvent, 'visitor'>[];
  visitor: string;
  place: Place;
  /** The visitor has a profile: something may be kept of them. */
  hasProfile: boolean;
  /** ms since 1970. */
  now: number;
}

export interface Answered {
  /** What each slot shows, a `Decision` as JSON. */
  decisions: readonly string[];
  /** Why; null where no slot was asked for. */
  receipt: LogEvent | null;
}

/** What the slots of a page show now that its events are known. */
export async function answerSlots(asked: Asked, open: OpenShop, pages: PageMemory): Promise<Answered> {
  const { page, slots, url } = asked.batch;
  const product = productOf(asked, pages);
  // A page without slots asks what lies over it.
  if (!slots) return { decisions: [], receipt: null };
  open.askedSlots.hear(
    slots.filter((slot) => !isSpot(slot)),
    asked.now,
  );
  const { plan } = open.campaigns;
  const places = [...slots, ...spotsOn(plan, url.pathname)];
  if (places.length === 0 && plan.overlays.length === 0) return { decisions: [], receipt: null };
  const looking = await lookingOf(asked, { product, places }, open);
  const id = newVisitor();
  const { decisions, receipts, campaigns } = decide(places, looking, open, id);
  if (looking.page) open.fates.add(open.localTime(asked.now).moment.slice(0, 10), campaigns);
  if (receipts.length === 0) return { decisions, receipt: null };
  const path = url.pathname.slice(0, 500);
  const { visitor, now } = asked;
  return { decisions, receipt: { id, visitor, at: now, name: 'decision', page: { id: page.id, path }, receipts } };
}

/** A page says once which product it shows, and may ask for slots again later. */
function productOf({ batch, events }: Asked, pages: PageMemory): string | null {
  const viewed = events.findLast(({ name }) => name === 'view_item')?.items?.[0]?.id;
  if (viewed === undefined) return pages.of(batch.page.id);
  pages.keep(batch.page.id, viewed);
  return viewed;
}

async function lookingOf(
  { batch: { consent, page, url }, events, visitor, place, hasProfile, now }: Asked,
  { product, places }: { product: string | null; places: readonly string[] },
  open: OpenShop,
): Promise<Looking> {
  const mayJoin = hasProfile && consent.personalisation === true;
  // What was learnt on a device before its owner refused chooses nothing on the others either.
  const person = mayJoin ? await joinedPerson(visitor, open, isUsable) : null;
  const { plan } = open.campaigns;
  const hasCampaigns = plan.bySlot.size + plan.overlays.length > 0;
  const tellsOrder = places.some((slot) => open.slots[slot]?.widget === 'order-status' || plan.tellsOrder.has(slot));
  return {
    consent,
    drawnBy: (open.comparison.share > 0 || hasCampaigns) && mayJoin ? await drawnBy(visitor, open) : visitor,
    visitors: mayJoin ? await visitorsOfPerson(visitor, open) : [visitor],
    profile: person?.profile ?? null,
    bought: person ? await boughtBy(person, open) : new Map(),
    language: languageFor(page.language),
    place,
    product,
    cart: events.findLast(({ name }) => name === 'view_cart')?.items?.map(({ id }) => id) ?? null,
    ...(tellsOrder && person && { order: await lastOrder(visitor, open, now) }),
    ...(hasCampaigns && { page: await pageFor(url.pathname, person, open, now) }),
    now,
  };
}
