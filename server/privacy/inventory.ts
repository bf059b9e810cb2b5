import { forgetAlerts } from '../alerts/alert-book.ts';
import { forgetShelves } from '../earnings/shelf-book.ts';
import { toRow } from '../log/log-event.ts';
import { forgetLoop } from '../loop/loop-book.ts';
import { decodeOrder } from '../orders/order.ts';
import { orderRow, upsertOrders } from '../orders/order-book.ts';
import { orderState } from '../orders/order-state.ts';
import { encode } from '../profiles/encode.ts';
import { nameOf } from '../profiles/read.ts';
import { forgetResults } from '../results/result-book.ts';
import type { Statement, Store } from '../store/store.ts';
import { eventsOf, type Removal } from './removal.ts';
import type { Whose } from './whose.ts';

/** A table, by what of a person is in it. */
type Place = { nobody: string } | PersonalPlace;

interface PersonalPlace {
  person: string;
  /** What the export of a person has of it; null where that says nothing that is not exported elsewhere. */
  exported: { as: string; read(whose: Whose, store: Pick<Store, 'all'>): Promise<object[]> } | null;
  /** Takes the person out of it. */
  erase(removal: Removal): Statement[];
}

const among = 'IN (SELECT value FROM json_each(?))';

/** Where personal data lives: every table of every file, used by the export and the erasing, and held against the schema by a test. */
export const inventory: Readonly<Record<string, Place>> = {
  log: {
    person:
      'everything that a person did, with page, products, device, place, the company whose address they came from, who they said to be, and what others tell of them',
    exported: { as: 'events', read: ({ visitors }, store) => eventsOf(visitors, store) },
    erase: ({ whose, anonymous, others }) => [
      {
        sql: `DELETE FROM log WHERE visitor ${among} AND id NOT ${among}`,
        params: [JSON.stringify(whose.visitors), JSON.stringify(anonymous.map(({ id }) => id))],
      },
      { sql: `DELETE FROM log WHERE id ${among}`, params: [JSON.stringify(goneOf(others))] },
      {
        sql:
          'UPDATE log SET visitor = said.value ->> 1, body = said.value ->> 4 FROM json_each(?) AS said ' +
          'WHERE log.id = said.value ->> 0',
        params: [JSON.stringify([...anonymous, ...[...others.values()].flatMap((event) => event ?? [])].map(toRow))],
      },
    ],
  },
  identities: {
    person: 'customer numbers, e-mail addresses, telephones, and the devices that they join',
    exported: {
      as: 'keys',
      read: async ({ visitors }, store) => {
        const rows = await store.all(
          `SELECT visitor, key, evidence, at, joins FROM identities WHERE visitor ${among} ORDER BY at, event, key`,
          [JSON.stringify(visitors)],
        );
        return rows.map(([visitor, key, evidence, at, joins]) => ({ visitor, key, evidence, at, joins: joins === 1 }));
      },
    },
    erase: ({ whose: { visitors, keys } }) => [
      {
        sql: `DELETE FROM identities WHERE visitor ${among} OR key ${among}`,
        params: [JSON.stringify(visitors), JSON.stringify(keys)],
      },
    ],
  },
  profiles: {
    person: 'what the events of each device add up to, with the name',
    exported: null,
    erase: ({ whose, profiles }) => [
      { sql: `DELETE FROM profiles WHERE visitor ${among}`, params: [JSON.stringify(whose.visitors)] },
      { sql: `DELETE FROM profiles WHERE visitor ${among}`, params: [JSON.stringify(goneOf(profiles))] },
      {
        sql:
          'UPDATE profiles SET who = said.value ->> 1, last_seen = said.value ->> 2, body = said.value ->> 3 ' +
          'FROM json_each(?) AS said WHERE profiles.visitor = said.value ->> 0',
        params: [
          JSON.stringify(
            [...profiles].flatMap(([visitor, profile]) =>
              profile ? [[visitor, nameOf(profile), profile.lastSeen, encode(profile)]] : [],
            ),
          ),
        ],
      },
    ],
  },
  orders: {
    person: 'whose each order is, and the serial numbers of what they bought',
    exported: {
      as: 'orders',
      read: async ({ visitors }, store) => {
        const rows = await store.all(`SELECT id, body FROM orders WHERE visitor ${among} ORDER BY at, id`, [
          JSON.stringify(visitors),
        ]);
        return rows.map(([id, body]) => ({ id, ...orderState(decodeOrder(String(body))) }));
      },
    },
    erase: ({ orders }) => [
      { sql: upsertOrders, params: [JSON.stringify([...orders].map(([id, order]) => orderRow(id, order)))] },
    ],
  },
  audience: {
    person: 'what segments ask of each person',
    exported: null,
    erase: ({ whose }) => [
      {
        sql: `DELETE FROM audience_acts WHERE person IN (SELECT person FROM audience_visitors WHERE visitor ${among})`,
        params: [JSON.stringify(whose.visitors)],
      },
      {
        sql: `DELETE FROM audience_steps WHERE person IN (SELECT person FROM audience_visitors WHERE visitor ${among})`,
        params: [JSON.stringify(whose.visitors)],
      },
      {
        sql: `DELETE FROM audience_traits WHERE person IN (SELECT person FROM audience_visitors WHERE visitor ${among})`,
        params: [JSON.stringify(whose.visitors)],
      },
      {
        sql: `DELETE FROM audience WHERE person IN (SELECT person FROM audience_visitors WHERE visitor ${among})`,
        params: [JSON.stringify(whose.visitors)],
      },
      {
        // By their keys too: so were others counted whom these joined, as long as their rows are not made anew.
        sql: `DELETE FROM people_words WHERE person ${among} OR person IN (SELECT person FROM audience_visitors WHERE visitor ${among})`,
        params: [JSON.stringify(whose.keys), JSON.stringify(whose.visitors)],
      },
      {
        sql: `DELETE FROM segment_members WHERE person ${among} OR person IN (SELECT person FROM audience_visitors WHERE visitor ${among})`,
        params: [JSON.stringify(whose.keys), JSON.stringify(whose.visitors)],
      },
      {
        sql: `DELETE FROM audience_visitors WHERE visitor ${among}`,
        params: [JSON.stringify(whose.visitors)],
      },
    ],
  },
  audience_acts: { person: 'what each person did by the day; goes with `audience`', exported: null, erase: () => [] },
  audience_steps: { person: 'what each person did last; goes with `audience`', exported: null, erase: () => [] },
  audience_traits: { person: 'what was said of each person; goes with `audience`', exported: null, erase: () => [] },
  value_fits: { nobody: 'models of all customers together' },
  audience_basis: { nobody: 'models of a day, of all customers together, and which taste rows are made by' },
  audience_visitors: { person: 'which devices are one person; goes with `audience`', exported: null, erase: () => [] },
  people_words: {
    person: 'the words by which each person is found: name, e-mail, telephone, number; goes with `audience`',
    exported: null,
    erase: () => [],
  },
  list_members: {
    person: 'which of the merchant’s lists a customer number or address is in',
    exported: {
      as: 'lists',
      read: async ({ keys }, store) => {
        const rows = await store.all(`SELECT list, key FROM list_members WHERE key ${among} ORDER BY list, key`, [
          JSON.stringify(keys),
        ]);
        return rows.map(([list, key]) => ({ list, key }));
      },
    },
    erase: ({ whose }) => [
      { sql: `DELETE FROM list_members WHERE key ${among}`, params: [JSON.stringify(whose.keys)] },
    ],
  },
  segment_members: {
    person: 'who was in which segment when it was looked at last; goes with `audience`',
    exported: null,
    erase: () => [],
  },
  outbox: {
    person: 'whom other systems are still to be told of',
    exported: null,
    erase: ({ whose }) =>
      ['outbox', 'deliveries'].map((table) => ({
        sql: `DELETE FROM ${table} WHERE visitor ${among}`,
        params: [JSON.stringify(whose.visitors)],
      })),
  },
  deliveries: { person: 'what was told of whom; goes with `outbox`', exported: null, erase: () => [] },
  endpoints: { nobody: 'whom the shop’s segments tell' },
  segment_days: { nobody: 'how large segments were' },
  segments: { nobody: 'the merchant’s rules' },
  trait_sources: { nobody: 'who tells the shop facts, and how far they are believed; the facts are in the log' },
  company_files: { nobody: 'which files say whose addresses are whose; no visitor’s address is kept' },
  company_ranges: { nobody: 'whose addresses are whose, as the merchant’s file says' },
  company_names: { nobody: 'companies of that file' },
  questions: { nobody: 'what the merchant asks; answers are in the log' },
  finders: { nobody: 'what the merchant’s product finders ask; answers are in the log' },
  coupon_codes: {
    person: 'which code each person was given',
    exported: {
      as: 'coupons',
      read: async ({ visitors }, store) => {
        const rows = await store.all(
          `SELECT list, code, at FROM coupon_codes WHERE visitor ${among} ORDER BY at, code`,
          [JSON.stringify(visitors)],
        );
        return rows.map(([list, code, at]) => ({ list, code, at }));
      },
    },
    // Given is given: nobody else has it after them.
    erase: ({ whose: { visitors } }) => [
      { sql: `UPDATE coupon_codes SET visitor = '' WHERE visitor ${among}`, params: [JSON.stringify(visitors)] },
    ],
  },
  campaign_versions: { nobody: 'what is shown to whom, and who of the staff has changed it' },
  campaign_commons: { nobody: 'what holds for all campaigns together, and who of the staff said so' },
  campaign_previews: { nobody: 'drafts that staff looks at on the shop’s pages, for a day' },
  campaign_fates: { nobody: 'how often campaigns were shown, and how often what kept them away' },
  order_forms: {
    nobody:
      'whether order forms are filled in, and which of the staff said so; what a device keeps for it is on that device alone',
  },
  recipe_versions: { nobody: 'what shelves are made of, and who of the staff has changed it' },
  slot_recipes: { nobody: 'which recipe a slot uses' },
  slot_changes: { nobody: 'which recipe a slot was given, and by whom of the staff' },
  occasion_choices: { nobody: 'for which occasions there are gift lists, and which of the staff said so' },
  rankings: { nobody: 'how far lists may change, and which of the staff said so' },
  comparison: { nobody: 'of how many visitors shelves are kept away' },
  answers: {
    person: 'what a server of the shop was answered in the last 24 hours; does not say of whom, and so all of it goes',
    exported: null,
    erase: () => [{ sql: 'DELETE FROM answers', params: [] }],
  },
  door_counts: {
    person: 'the path of the newest refused event, which a shop may have made of a name; all examples go',
    exported: null,
    erase: () => [{ sql: 'UPDATE door_counts SET example = NULL', params: [] }],
  },
  model_parts: {
    person: 'which device’s visit may go on, beside what all visits say together; all of it goes, and is made anew',
    exported: null,
    erase: () => [{ sql: 'DELETE FROM model_parts', params: [] }],
  },
  shelf_clicks: {
    person: 'what each person opened on shelves; all that is counted of shelves goes, and is made anew of the log',
    exported: null,
    erase: () => [...forgetShelves],
  },
  cart_adds: { person: 'what each person put into a cart; goes with `shelf_clicks`', exported: null, erase: () => [] },
  shelf_draws: { person: 'who went without which shelf; goes with `shelf_clicks`', exported: null, erase: () => [] },
  shelf_days: { nobody: 'how often shelves were shown and seen' },
  shelf_products: { nobody: 'how often products stood on shelves' },
  product_looks: { nobody: 'how often products were looked at' },
  alerts: {
    person: 'who waits to be told of which product, and where to write; all of it goes, and is made anew of the log',
    exported: null,
    erase: () => [...forgetAlerts],
  },
  campaign_draws: {
    person: 'who was drawn to see which campaign, or to go without; all of it goes, and is made anew of the log',
    exported: null,
    erase: () => [...forgetResults],
  },
  loop_marks: {
    person: 'on which days who took part in what of the loop; all of it goes, and is made anew of the log',
    exported: null,
    erase: () => [...forgetLoop],
  },
  loop_tasks: { nobody: 'what staff has to do; no visitor' },
  campaign_days: { nobody: 'how often variants of campaigns were seen, opened and closed' },
  campaign_shares: { nobody: 'which variants of campaigns are shown how often' },
  shelf_waiting: { nobody: 'events that name a decision which is not there yet' },
  products: { nobody: 'the catalogue' },
  product_changes: { nobody: 'what products have cost, and when they came and went' },
  seen_products: { nobody: 'products that pages tell of; a witness is a day’s name of hundreds of networks' },
  staged_products: { nobody: 'a catalogue that is being read' },
  rates: { nobody: 'exchange rates' },
  cost_rules: { nobody: 'what things cost the merchant, and which of the staff said so' },
  tastes: { nobody: 'what events weigh for a liking, and which of the staff said so' },
  product_costs: { nobody: 'what products cost the shop' },
  projections: { nobody: 'places in the log' },
  migrations: { nobody: 'changes of the schema' },
  shops: { nobody: 'the shop' },
  staff: { nobody: 'who works in the panel; no visitor' },
  sessions: { nobody: 'staff who are signed in' },
  links: { nobody: 'links that sign staff in' },
  keys: { nobody: 'secret keys of the shop’s servers' },
  feeds: { nobody: 'where the catalogue is fetched from' },
  feed_runs: { nobody: 'what became of the fetches, with lines of the catalogue' },
  webhooks: { nobody: 'secrets of the shop’s systems' },
};

/** The tables with something of a person in them. */
export function personalPlaces(): PersonalPlace[] {
  return Object.values(inventory).flatMap((place) => ('person' in place ? [place] : []));
}

function goneOf(left: ReadonlyMap<string, object | null>): string[] {
  return [...left].flatMap(([id, one]) => (one === null ? [id] : []));
}
