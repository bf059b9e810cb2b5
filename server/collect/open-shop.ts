import { type AlertBook, openAlerts } from '../alerts/alert-book.ts';
import { alertMeeter } from '../alerts/meet-alerts.ts';
import { type AskedSlots, createAskedSlots } from '../campaigns/asked-slots.ts';
import { type CampaignBook, openCampaigns } from '../campaigns/campaign-book.ts';
import { createKeptCounts, type KeptCounts } from '../campaigns/kept-counts.ts';
import { type LocalTime, localTimeIn } from '../campaigns/local-time.ts';
import { type LiveCatalog, loadCatalog } from '../catalog/catalog.ts';
import { swapIfDue } from '../catalog/swap-catalog.ts';
import { type CompanyBook, openCompanies } from '../companies/company-book.ts';
import { type CouponBook, openCoupons } from '../coupons/coupon-book.ts';
import { type CustomerBook, openCustomerBook } from '../customers/customer-book.ts';
import { unhurried } from '../customers/unhurried.ts';
import { type ComparisonChoice, openComparison } from '../decide/comparison-choice.ts';
import { openSlots, type SlotChoices } from '../decide/slot-choices.ts';
import type { SlotSetup } from '../decide/slots.ts';
import { createDoor, type Door } from '../doctor/door.ts';
import { openShelfBook, type ShelfBook } from '../earnings/shelf-book.ts';
import { openSources, type SourceBook } from '../enrichment/source-book.ts';
import { type FinderBook, openFinders } from '../finders/finder-book.ts';
import { settleFits } from '../finders/settle-fits.ts';
import { type Hmac, webHmac } from '../identity/hmac.ts';
import { createPeople, type People } from '../identity/people.ts';
import { type TokenKey, tokenKey } from '../identity/visitor-token.ts';
import { createLiveFeed, type LiveFeed } from '../live/live-feed.ts';
import { fromRow, type LogEvent, toRow } from '../log/log-event.ts';
import { type LoopBook, openLoopBook } from '../loop/loop-book.ts';
import { createTaskBook, type TaskBook } from '../loop/task-book.ts';
import { type OccasionBook, openOccasions } from '../occasions/occasion-book.ts';
import { type OrderFormBook, openOrderForm } from '../order-form/order-form-book.ts';
import { createOrderBook, type OrderBook, orderReports } from '../orders/order-book.ts';
import { orderState } from '../orders/order-state.ts';
import { isNewOrder, ordersOf } from '../orders/told-orders.ts';
import type { SessionChance } from '../predict/session-chance.ts';
import { createHotProfiles, type HotProfiles } from '../profiles/hot-profiles.ts';
import { openTaste, type TasteBook } from '../profiles/taste-book.ts';
import { createSaleBook, type SaleBook } from '../profit/sale-book.ts';
import { openQuestions, type QuestionBook } from '../questions/question-book.ts';
import { createLikeness, type Likeness } from '../recommend/content/likeness.ts';
import type { Fitter } from '../recommend/model/fit-in-slices.ts';
import { keptOf, type LearningModel, openModel, placedBy } from '../recommend/model/learning-model.ts';
import { followEvent } from '../recommend/model/visits-of-log.ts';
import type { ModelRoom } from '../recommend/next/model-room.ts';
import { openRanking, type RankingBook } from '../recommend/ranking/ranking-book.ts';
import type { Recipe } from '../recommend/recipe.ts';
import { openRecipes, type RecipeBook } from '../recommend/recipe-book.ts';
import { openResultBook, type ResultBook } from '../results/result-book.ts';
import { catalogueVisitor, openSeenBook, type SeenBook } from '../seen/seen-book.ts';
import { type Audience, openAudience } from '../segments/audience.ts';
import { type LiveRules, openRules } from '../segments/live-rules.ts';
import type { Shop } from '../shops/table.ts';
import { scrubIfDue } from '../store/scrub-due.ts';
import { newestSeq, type Store } from '../store/store.ts';
import { type Acknowledged, createAcknowledged } from './acknowledged.ts';
import { isFolded, visitorsOf } from './folded.ts';
import { createOfferedNews, type OfferedNews } from './offered-news.ts';
import { followSession, openSessions } from './open-sessions.ts';
import { createRefusedVisitors } from './refused-visitors.ts';
import { createTurn } from './turn.ts';

/** One shop at work: its store, and the projections of its log that answer from memory. */
export interface OpenShop {
  shop: Shop;
  store: Store;
  tokens: TokenKey;
  catalog: LiveCatalog;
  model: LearningModel;
  likeness: Likeness;
  recipes: ReadonlyMap<string, Recipe>;
  slots: Readonly<Record<string, SlotSetup>>;
  recipeBook: RecipeBook;
  slotChoices: SlotChoices;
  ranking: RankingBook;
  campaigns: CampaignBook;
  askedSlots: AskedSlots;
  /** Why campaigns were not shown. */
  fates: KeptCounts;
  coupons: CouponBook;
  /** Who waits to be told of products; follows the log. */
  alerts: AlertBook;
  /** Tells whoever waited for what has come to be so. */
  meetAlerts(): Promise<void>;
  segmentRules: LiveRules;
  /** Clocks of the shop's zone. */
  localTime(at: number): LocalTime;
  occasions: OccasionBook;
  profiles: HotProfiles;
  people: People;
  orders: OrderBook;
  customers: CustomerBook;
  sales: SaleBook;
  sessions: SessionChance;
  seen: SeenBook;
  questions: QuestionBook;
  finders: FinderBook;
  comparison: ComparisonChoice;
  orderForm: OrderFormBook;
  sources: SourceBook;
  companies: CompanyBook;
  /** What events weigh for a liking. */
  taste: TasteBook;
  live: LiveFeed;
  door: Door;
  /** Everyone as a row, for segments; follows the file. */
  audience: Audience;
  /** What shelves showed and what became of it; follows the log. */
  shelves: ShelfBook;
  /** Who was drawn for which campaign, and what was done with it; follows the log. */
  results: ResultBook;
  /** Who took part in which process of the loop; follows the log. */
  loop: LoopBook;
  tasks: TaskBook;
  acknowledged: Acknowledged;
  offeredNews: OfferedNews;
  /** Appends events that are new, durably, and folds them into every projection. Returns the places of those already known. */
  record(events: readonly LogEvent[]): Promise<ReadonlySet<number>>;
  /** Appends what the collector did, which no projection folds and no answer waits for. */
  note(event: LogEvent): Promise<void>;
  /** Writes the projections that have changed. */
  save(): Promise<void>;
  /** Fits the model of what goes with what to what it has not heard of yet. */
  learn(): Promise<void>;
  /** Does this while nothing is recorded and nothing saved; all that was recorded before is in the file. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** No event of these visitors is recorded from now on: of a request that had read their token before, the answer tells so. */
  refuse(visitors: readonly string[]): void;
  close(): Promise<void>;
}

/** What a runtime may do better than the web's own means. */
export interface Powers {
  hmac: Hmac;
  fitTo: Fitter;
  /** How much memory the model may take. */
  room: ModelRoom;
}

const page = 5_000;

/** Opens a shop and brings its projections up to the end of the log. */
export async function openShop(
  shop: Shop,
  store: Store,
  now: () => number,
  { hmac = webHmac, ...powers }: Partial<Powers> = {},
): Promise<OpenShop> {
  const profiles = createHotProfiles(store);
  const people = createPeople(store);
  const orders = createOrderBook(store);
  await swapIfDue(store);
  const catalog = await loadCatalog(store);
  const seen = await openSeenBook(store, catalog);
  const finders = await openFinders(store);
  const campaigns = await openCampaigns(store);
  const questions = await openQuestions(store, (key) => finders.question(key) ?? campaigns.question(key));
  const companies = await openCompanies(store);
  const sources = await openSources(store, companies.rule);
  const taste = await openTaste(store);
  const customers = await openCustomerBook(store, shop, { catalog, now });
  const sales = createSaleBook(store, shop, now);
  const live = createLiveFeed(now, (product) => catalog.get(product)?.name ?? null);
  const door = createDoor(now, catalog);
  const fates = createKeptCounts(store);
  let through = await throughOf(store);
  let saving: Promise<void> = Promise.resolve();
  const turn = createTurn();
  const loop = openLoopBook({ store, timeZone: shop.timeZone, now, together: turn.together });
  const refused = createRefusedVisitors(now);

  /** Folds events into what follows the log. Must not pause: `through` speaks for all of them at once. */
  function project(events: readonly LogEvent[], upTo: number): void {
    for (const event of events) {
      orders.add(event);
      seen.add(event);
      if (!isFolded(event)) continue;
      profiles.add(event);
      people.add(event);
    }
    through = Math.max(through, upTo);
  }

  async function saveNow(): Promise<void> {
    sessions.endSessions(now());
    if (profiles.unsavedCount + orders.unsavedCount + seen.unsavedCount === 0 && !door.hasUnsaved && !fates.hasUnsaved)
      return;
    let settled = await people.settle();
    await orders.settle();
    // What came in the meantime may concern others; nothing may come between this look and what is taken below.
    while (!people.isSettled(settled) || !orders.isSettled()) {
      settled = await people.settle();
      await orders.settle();
    }
    // Profiles first: the edges then name the person of each.
    const reported = orders.unsaved();
    const changes = [
      profiles.unsaved(),
      people.unsaved(settled),
      reported,
      seen.unsaved(),
      door.unsaved(),
      fates.unsaved(),
    ];
    let isOfPeople = false;
    const setMark = { sql: setThrough, params: [through] };
    try {
      const statements = await Promise.all(changes.map((change) => change.statements));
      isOfPeople = (statements[1] ?? []).length > 0;
      await store.write([...statements.flat(), setMark]);
    } catch (error) {
      for (const change of changes) change.failed();
      throw error;
    }
    for (const change of changes) change.saved();
    if (isOfPeople || reported.ids.length > 0) customers.changed();
    sales.changed(reported.ids);
    if (isOfPeople) {
      sales.peopleChanged();
      loop.peopleChanged();
    }
  }

  /** One after the other: each writes what has changed since the one before. */
  function save(): Promise<void> {
    saving = saving.catch(() => {}).then(saveNow);
    return saving;
  }

  /** What was written alone is not folded, but done with. */
  async function keepThrough(): Promise<void> {
    const [row] = await store.all(newestSeq, []);
    through = Number(row?.[0]);
    await store.write([{ sql: setThrough, params: [through] }]);
  }

  async function catchUp(): Promise<void> {
    for (;;) {
      const rows = await store.all(
        'SELECT id, visitor, at, name, body, seq FROM log WHERE seq > ? ORDER BY seq LIMIT ?',
        [through, page],
      );
      if (rows.length === 0) return;
      const events = rows.map(fromRow);
      const visitors = visitorsOf(events);
      await profiles.hold(visitors);
      project(events, Number(rows.at(-1)?.[5]));
      profiles.release(visitors);
      await save();
    }
  }

  await scrubIfDue(store);
  const sessions = await openSessions(store);
  await catchUp();
  const groups = { of: (product: string) => catalog.get(product)?.category ?? null, version: () => catalog.version };
  const model = await openModel(store, groups, now(), { ...powers, timeZone: shop.timeZone });
  const likeness = createLikeness(catalog);
  await unhurried(likeness.settle());
  for (const finder of finders.all()) await settleFits(finder, { catalog, model, now: now() }, shop.currency);
  const audience = await openAudience({
    store,
    people,
    sources,
    customers,
    taste,
    currency: shop.currency,
    timeZone: shop.timeZone,
    now,
    save,
    together: turn.together,
  });
  const shelves = openShelfBook({ store, timeZone: shop.timeZone, together: turn.together });
  const results = openResultBook({ store, timeZone: shop.timeZone, together: turn.together });
  const alerts = await openAlerts({ store, save, together: turn.together });
  const recipeBook = await openRecipes(store);
  const slotChoices = await openSlots(store);
  const offeredNews = createOfferedNews(store);
  const tokens = await tokenKey(shop.tokenSecret, hmac);
  tokens.takeRevoked(await revokedMarks(store));
  const opened: OpenShop = {
    shop,
    store,
    tokens,
    catalog,
    model,
    likeness,
    recipes: recipeBook.current,
    slots: slotChoices.current,
    recipeBook,
    slotChoices,
    ranking: await openRanking(store),
    campaigns,
    askedSlots: createAskedSlots(),
    fates,
    coupons: await openCoupons(store),
    alerts,
    meetAlerts: () => meet(),
    segmentRules: await openRules(store),
    localTime: localTimeIn(shop.timeZone),
    occasions: await openOccasions(store, shop.timeZone),
    profiles,
    people,
    orders,
    customers,
    sales,
    sessions,
    seen,
    questions,
    finders,
    comparison: await openComparison(store),
    orderForm: await openOrderForm(store),
    sources,
    companies,
    taste,
    live,
    door,
    audience,
    shelves,
    results,
    loop,
    tasks: createTaskBook(store),
    acknowledged: createAcknowledged(),
    offeredNews,
    record: (said) =>
      turn.together(async () => {
        const events = refused.without(said);
        const visitors = visitorsOf(events);
        await profiles.hold(visitors);
        try {
          const placed = await orders.placed(ordersOf(events));
          const { duplicates, through: upTo } = await store.append(events.map(toRow));
          const known = new Set(duplicates);
          const fresh = known.size === 0 ? events : events.filter((_, place) => !known.has(place));
          project(fresh, upTo);
          /** Orders of which more has been said. */
          const reported = new Set<string>();
          for (const event of fresh) {
            followEvent(model, event);
            if (isNewOrder(event, placed)) learnOrder(model, event);
            else if (event.order !== undefined && orderReports.has(event.name)) reported.add(event.order);
            if (event.order !== undefined) placed.add(event.order);
            followSession(sessions, event);
          }
          live.add(
            fresh.filter((event) => !event.edges && !event.facts && !event.edits && !isAboutCatalogue(event)),
            (event) => (isFolded(event) ? profiles.of(event.visitor) : null),
          );
          for (const [id, order] of await orders.read([...reported])) {
            const state = orderState(order);
            model.changeOrder(id, keptOf(state), placedBy(id, state, state.visitor));
          }
          return known;
        } finally {
          profiles.release(visitors);
        }
      }),
    note: (event) => {
      offeredNews.keep(event);
      return turn.together(async () => {
        const { through: upTo } = await store.append(refused.without([event]).map(toRow), 'soon');
        through = Math.max(through, upTo);
      });
    },
    save,
    learn: async () => {
      await model.learn({ through: () => through, alone: turn.alone });
      await customers.learn(model.heard(now()).orders);
    },
    alone: (work) =>
      turn.alone(async () => {
        await save();
        const done = saving.then(work).finally(keepThrough);
        saving = done.then(
          () => {},
          () => {},
        );
        return done;
      }),
    refuse: refused.add,
    close: async () => {
      customers.models.close();
      customers.productClocks.close();
      await model.close();
      await audience.stop();
      await shelves.stop();
      await results.stop();
      await alerts.stop();
      await loop.stop();
      await save();
      await store.close();
    },
  };
  const meet = alertMeeter(opened, now);
  return opened;
}

const isAboutCatalogue = ({ visitor }: LogEvent) => visitor === catalogueVisitor;

function learnOrder(model: LearningModel, event: LogEvent): void {
  const { id, order = id, visitor, items = [], at, client, forAnother = false } = event;
  const products = items.map((item) => item.id);
  model.order(order, products, at, placedBy(order, { ...client, forAnother }, visitor));
}

/** Of the visitors who were erased; see `TokenKey.revoke`. */
async function revokedMarks(store: Store): Promise<string[]> {
  const rows = await store.all("SELECT body ->> '$.params.visitors' FROM log WHERE name = 'erased'", []);
  return rows.flatMap(([marks]) => JSON.parse(String(marks ?? '[]')) as string[]);
}

async function throughOf(store: Store): Promise<number> {
  const [row] = await store.all("SELECT through FROM projections WHERE name = 'profiles'", []);
  return Number(row?.[0] ?? 0);
}

const setThrough =
  "INSERT INTO projections (name, through) VALUES ('profiles', ?) ON CONFLICT (name) DO UPDATE SET through = excluded.through";
