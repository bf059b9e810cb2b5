import type { Place } from '../acquisition/region.ts';
import { asideNames, type Client, type GiftWord, type LogEvent } from '../log/log-event.ts';
import { foldAlert } from './alerts.ts';
import { addressSource, factKey } from './believed.ts';
import { foldExposure } from './exposures.ts';
import { dimensions, foldInterest } from './interest.ts';
import { addCount, addSaid, addTime, earlier, later, type Said } from './lattice.ts';
import { actKey, day, type Profile, stretch } from './profile.ts';
import { isStep, stepsOf } from './steps.ts';
import { trim } from './trim.ts';

/** Happens on every page, or is not the visitor's doing. */
const unsaid = new Set(['engagement', 'scroll', 'web_vital', 'js_error', 'slot_view', 'order_status', 'consent']);
const byCategory = new Set(['view_item', 'add_to_cart', 'purchase']);

/** Adds one event, in place. The order of the calls does not matter. */
export function fold(profile: Profile, event: LogEvent): void {
  // What the collector did is no sign of life of the visitor.
  if (asideNames.has(event.name)) return;
  if (event.identity || event.edges || event.about) profile.keyed = true;
  // Nor is what staff did.
  if (event.edges) return;
  const { at, id, name } = event;
  const said = <T>(value: T): Said<T> => ({ at, id, value });
  if (event.facts) {
    // Nor what others tell.
    for (const { trait, value, source } of event.facts) addSaid(profile.facts, factKey(source, trait), said(value));
    trim(profile, 2);
    return;
  }
  if (event.edits) {
    for (const { trait, value, own, since = at } of event.edits)
      addSaid(profile.edits, trait, said({ value, own, since }));
    trim(profile, 2);
    return;
  }

  foldAlert(profile.alerts, event);
  // Nor what came to be so that they wait for.
  if (event.alert?.isMet) return;
  if (event.gift) foldGift(profile, event.gift, { at, id });
  if (event.gift?.by === 'likelihood' || event.gift?.isRest) return;
  profile.firstSeen = Math.min(profile.firstSeen, at);
  profile.lastSeen = Math.max(profile.lastSeen, at);
  addCount(profile.totals, name, 1);
  addCount(profile.active, Math.floor(at / stretch), 1);
  if (name === 'page_view') addCount(profile.days, Math.floor(at / day), 1);
  else foldAct(profile, event);
  if (event.simulated) profile.simulated = true;
  if (event.source) profile.touch = earlier(profile.touch, said(event.source));
  if (event.source && event.source.source !== 'direct')
    profile.lastTouch = later(profile.lastTouch, said(event.source));
  if (event.client) profile.client = later(profile.client, said({ ...event.client, ...languageOf(event) }));
  // Also what is not known of this one: it is not what is known of another.
  for (const [trait, value] of companyTraits(event)) addSaid(profile.facts, factKey(addressSource, trait), said(value));
  if (event.client?.country) profile.place = later(profile.place, said(placeOf(event.client)));
  if (event.consent) profile.consent = later(profile.consent, said(event.consent));
  foldIdentity(profile, event);
  if (event.answer) {
    const { question, value, by } = event.answer;
    addSaid(profile.traits, question, said({ value: beginningOf(value), source: by }));
  }
  foldExposure(profile.exposures, event);
  foldInterest(profile, event);
  foldItems(profile, event);
  for (const product of event.news ?? []) addCount(profile.news, actKey(Math.floor(at / day), product), 1);
  if (name === 'purchase') profile.lastOrder = Math.max(profile.lastOrder, at);
  trim(profile, 2);
}

/** A profile is read with every request, and no place for letters: the log has them whole. */
function beginningOf(value: string): string {
  return value.length <= longest ? value : [...value].slice(0, longest).join('');
}

const longest = 200;

function foldIdentity(profile: Profile, { identity, at, id }: LogEvent): void {
  if (!identity) return;
  addTime(profile.customers, identity.customer, at);
  if (identity.name)
    addSaid(profile.traits, 'name', {
      at,
      id,
      value: { value: identity.name, source: identity.evidence, customer: identity.customer },
    });
}

function foldAct(profile: Profile, event: LogEvent): void {
  const { name, at, items } = event;
  if (unsaid.has(name)) return;
  const act = actKey(Math.floor(at / day), name);
  addCount(profile.acts, act, 1);
  const named = byCategory.has(name) ? (items ?? []).flatMap(({ category }) => category || []) : [];
  const categories = [...new Set(named)];
  for (const category of categories) addCount(profile.acts, `${act} ${category}`, 1);
  if (isStep(name)) for (const step of stepsOf(event, categories)) profile.steps.add(step);
}

/** What the visit has said until now is counted the other way, which is the same in whatever order it comes. */
function foldGift(
  profile: Profile,
  { on, by, tally, products }: GiftWord,
  { at, id }: { at: number; id: string },
): void {
  profile.gift = later(profile.gift, { at, id, value: { on, by } });
  for (const product of products) addTime(profile.gifts, product, 2 * at + (on ? 0 : 1));
  for (const dimension of dimensions)
    for (const [key, count] of tally[dimension] ?? []) addCount(profile[dimension], key, count);
  trim(profile, 2);
}

function foldItems(profile: Profile, { name, at, id, items, currency, forAnother }: LogEvent): void {
  if (!items) return;
  for (const item of items) {
    if (name === 'view_item') addTime(profile.viewed, item.id, at);
    if (forAnother && (name === 'view_item' || name === 'purchase')) addTime(profile.gifts, item.id, 2 * at);
    if (name === 'purchase') addTime(profile.bought, item.id, at);
    if (name === 'add_to_wishlist') addTime(profile.wishes, item.id, 2 * at);
    if (name === 'remove_from_wishlist') addTime(profile.wishes, item.id, 2 * at + 1);
  }
  if (name !== 'add_to_cart' && name !== 'remove_from_cart' && name !== 'view_cart') return;
  const sign = name === 'remove_from_cart' ? -1 : 1;
  const lines = items.slice(0, 20).map(({ id, name, quantity, price }) => ({
    id,
    quantity: sign * quantity,
    ...(name === undefined ? {} : { name }),
    ...(price === undefined ? {} : { price }),
  }));
  profile.cart.push({ at, id, value: { items: lines, currency: currency ?? null, all: name === 'view_cart' } });
}

function companyTraits({ company }: LogEvent): [trait: string, value: string][] {
  if (!company) return [];
  const { name, domain = '', industry = '', size = '' } = company;
  return [
    ['company', name],
    ['company_domain', domain],
    ['company_industry', industry],
    ['company_size', size],
  ];
}

function placeOf({ country, region }: Client): Place {
  return { ...(country ? { country } : {}), ...(region ? { region } : {}) };
}

function languageOf({ page }: LogEvent): { language?: string } {
  return page?.language === undefined ? {} : { language: page.language };
}
