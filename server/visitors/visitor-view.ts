import { channelIn } from '../acquisition/came-by.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { SourceBook } from '../enrichment/source-book.ts';
import type { Touch } from '../log/log-event.ts';
import type { Turnover } from '../orders/read-orders.ts';
import { alertsOf } from '../profiles/alerts.ts';
import { believed, factsOf } from '../profiles/believed.ts';
import { cartState } from '../profiles/cart-state.ts';
import { newestTimes, type Said } from '../profiles/lattice.ts';
import { likings } from '../profiles/likings.ts';
import type { Profile } from '../profiles/profile.ts';
import { cartOf, customerOf, nameOf, traitsOf, visitsOf, wishesOf } from '../profiles/read.ts';
import { saidOf, staffSource } from '../profiles/said-of.ts';
import type { Taste } from '../profiles/taste.ts';
import type { OrderView, TouchView, TraitView, Visitor, VisitorRow } from '../profiles/visitor.ts';
import type { QuestionBook } from '../questions/question-book.ts';
import { questionOf } from './read-edit.ts';

const day = 86_400_000;

export function visitorRow(id: string, profile: Profile, { orders, net }: Turnover): VisitorRow {
  return {
    id,
    who: nameOf(profile),
    customer: customerOf(profile),
    country: profile.place?.value.country ?? null,
    // Of somebody of whom others tell something, and who never came, there is no first time.
    firstSeen: Math.min(profile.firstSeen, profile.lastSeen),
    lastSeen: profile.lastSeen,
    views: profile.totals.get('page_view') ?? 0,
    orders,
    net,
    simulated: profile.simulated,
  };
}

/** Everything that the admin shows of a person. `now` in ms. */
export function visitorView(
  id: string,
  profile: Profile,
  {
    devices,
    consentHistory,
    turnover,
    orders,
    catalog,
    questions,
    sources,
    taste,
    now,
  }: {
    devices: Visitor['devices'];
    consentHistory: Visitor['consentHistory'];
    turnover: Turnover;
    orders: OrderView[];
    catalog: Catalog;
    questions: Pick<QuestionBook, 'get'>;
    sources: Pick<SourceBook, 'rules'>;
    taste: Taste;
    now: number;
  },
): Visitor {
  const { client, consent } = profile;
  const item = (product: string) => ({ id: product, name: catalog.get(product)?.name ?? null });
  const listed = (times: ReadonlyMap<string, number>) =>
    newestTimes(times)
      .slice(0, 24)
      .map((product) => ({ ...item(product), at: times.get(product) ?? 0 }));
  return {
    ...visitorRow(id, profile, turnover),
    language: client?.value.language ?? null,
    device: client?.value.device ?? null,
    browser: client?.value.browser ?? null,
    os: client?.value.os ?? null,
    region: profile.place?.value.region ?? null,
    firstTouch: touchView(profile.touch),
    lastTouch: touchView(profile.lastTouch),
    offset: client?.value.offset ?? null,
    consent: consent?.value ?? null,
    consentHistory,
    visits: visitsOf(profile).filter(({ to }) => now - to < 90 * day).length,
    days: lastDays(profile, now),
    gross: turnover.gross,
    lastOrder: profile.lastOrder || null,
    cart: cartOf(profile).map((line) => ({ ...line, name: line.name ?? item(line.id).name })),
    affinities: {
      categories: likings(profile, 'categories', taste).slice(0, 12),
      brands: likings(profile, 'brands', taste).slice(0, 12),
      bands: likings(profile, 'bands', taste),
    },
    wishes: wishesOf(profile)
      .slice(0, 24)
      .map(({ id, at }) => ({ ...item(id), at })),
    alerts: alertsOf(profile)
      .slice(0, 24)
      .map(({ product, of, isMet = false, at }) => ({ ...item(product), of, isMet, at })),
    viewed: listed(profile.viewed),
    bought: listed(profile.bought),
    traits: traitViews(profile, sources, questions, now),
    devices,
    cartState: cartState(profile, now),
    orderList: orders,
  };
}

function traitViews(
  profile: Profile,
  sources: Pick<SourceBook, 'rules'>,
  questions: Pick<QuestionBook, 'get'>,
  now: number,
): Visitor['traits'] {
  const known = saidOf(profile);
  const said = traitsOf(believed(profile, sources.rules(), now)).map((trait) => ({
    ...{ ...trait, isStale: false },
    ...besides(trait, profile),
  }));
  const old = factsOf(profile, sources.rules(), now).filter(({ trait, isStale }) => isStale && !known.has(trait));
  const stale = old.map(({ trait, value, at, source }) => ({
    key: trait,
    value,
    at,
    source,
    isStale: true,
    own: null,
    corrected: null,
  }));
  return [...said, ...stale].map((trait) => ({ ...trait, question: questionOf(trait.key, questions) }));
}

/** What was said of it besides what stands. */
function besides(
  { key, value, source }: { key: string; value: string; source: string },
  { traits, edits }: Profile,
): Pick<TraitView, 'own' | 'corrected'> {
  const [own, edit] = [traits.get(key), edits.get(key)];
  const said = own && { value: own.value.value, at: own.at, source: own.value.source };
  const isCorrected = source === staffSource;
  const other = edit && edit.value.value !== null && { value: edit.value.value, at: edit.value.since };
  return {
    own: isCorrected && said && said.value !== value ? said : null,
    corrected: !isCorrected && other && other.value !== value ? other : null,
  };
}

function touchView(said: Said<Touch> | null): TouchView | null {
  if (!said) return null;
  const { source, medium, campaign, term, landing } = said.value;
  return {
    at: said.at,
    channel: channelIn(said.value),
    source,
    medium,
    campaign: campaign ?? null,
    term: term ?? null,
    landing,
  };
}

function lastDays({ days }: Profile, now: number): Visitor['days'] {
  const today = Math.floor(now / day);
  return Array.from({ length: 30 }, (_, index) => {
    const place = today - 29 + index;
    return { day: new Date(place * day).toISOString().slice(0, 10), views: days.get(place) ?? 0 };
  });
}
