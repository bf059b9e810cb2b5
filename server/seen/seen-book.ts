import type { LiveCatalog } from '../catalog/catalog.ts';
import { moved } from '../catalog/past.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { Statement, Store } from '../store/store.ts';
import { compare } from '../text-order.ts';
import { isNews, productOf, Says, type SeenProduct, type Sight, see, seenFields, unseen } from './seen-product.ts';

/** The products that pages tell of. Follows the log, and hands what has become trustworthy to the catalogue. */
export interface SeenBook {
  /** Takes an event that is about a seen product. */
  add(event: LogEvent): void;
  get(id: string): SeenProduct | undefined;
  /** The newest first. */
  all(): SeenProduct[];
  /** True where this is not what is agreed already, of a product that the shop has not named itself. */
  wants(product: string, says: Says): boolean;
  /** True where a wanted sight is worth an event: this witness has not said it today, and not too much else. */
  isWorth(sight: Sight): boolean;
  readonly unsavedCount: number;
  unsaved(): { statements: Statement[]; saved(): void; failed(): void };
}

/** Beyond it those that were seen longest ago, and that nobody trusts, make room. */
const capacity = 10_000;
/** Sights of one network on one day: a person looks at less, and whoever invents products is heard no further. */
const mostOfWitness = 500;
const dayLength = 86_400_000;

/** Whose these events are: nobody's, like those of visitors who allowed nothing. They make no profile. */
export const catalogueVisitor = '~catalogue';

export const seenEvents = { seen: 'product_seen', accepted: 'product_accepted', ignored: 'product_ignored' } as const;

export async function openSeenBook(store: Pick<Store, 'all'>, catalog: LiveCatalog): Promise<SeenBook> {
  const products = new Map<string, SeenProduct>();
  let changed = new Set<string>();
  let today = { day: 0, sights: new Map<string, number>() };
  for (const [id, body] of await store.all('SELECT id, body FROM seen_products', [])) {
    const product = JSON.parse(String(body)) as SeenProduct;
    products.set(String(id), product);
    tell(product);
  }

  function tell(product: SeenProduct): void {
    const { id, word, past } = product;
    catalog.witness(id, productOf(product), { isAccepted: word === 'accepted', past });
  }

  function makeRoom(): void {
    if (products.size <= capacity) return;
    const idle = [...products.values()].filter((one) => one.word === null && productOf(one) === null);
    idle.sort((a, b) => a.lastAt - b.lastAt || compare(a.id, b.id));
    for (const { id } of idle.slice(0, capacity / 10)) {
      products.delete(id);
      changed.add(id);
    }
  }

  return {
    add: ({ name, at, params = {} }) => {
      const id = params.product;
      const says = Says.safeParse(params.says ?? {});
      if (typeof id !== 'string' || !says.success) return;
      const product = products.get(id) ?? unseen(id, at);
      const before = productOf(product);
      if (name === seenEvents.seen) {
        const witness = String(params.witness);
        see(product, { product: id, witness, day: Math.floor(at / dayLength), at, says: says.data });
      } else if (name === seenEvents.accepted) {
        product.word = 'accepted';
        product.agreed = says.data;
        product.votes = {};
      } else if (name === seenEvents.ignored) product.word = 'ignored';
      else return;
      const past = moved(product.past, before, productOf(product), at);
      if (past) product.past = past;
      products.set(id, product);
      changed.add(id);
      tell(product);
      makeRoom();
    },
    get: (id) => products.get(id),
    all: () => [...products.values()].sort((a, b) => b.lastAt - a.lastAt || compare(a.id, b.id)),
    wants: (id, says) => {
      if (catalog.isOwn(id)) return false;
      const { word, agreed = {} } = products.get(id) ?? {};
      return (
        word !== 'ignored' && seenFields.some((field) => says[field] !== undefined && says[field] !== agreed[field])
      );
    },
    isWorth: (sight) => {
      if (!isNews(products.get(sight.product), sight)) return false;
      if (today.day !== sight.day) today = { day: sight.day, sights: new Map() };
      const count = (today.sights.get(sight.witness) ?? 0) + 1;
      today.sights.set(sight.witness, count);
      return count <= mostOfWitness;
    },
    get unsavedCount() {
      return changed.size;
    },
    unsaved: () => {
      const saving = changed;
      changed = new Set();
      const kept = [...saving].flatMap((id) => products.get(id) ?? []);
      const gone = [...saving].filter((id) => !products.has(id));
      const rows = kept.map((product) => [product.id, product.lastAt, JSON.stringify(product)]);
      return {
        statements: [
          { sql: deleteSeen, params: [JSON.stringify(gone)] },
          { sql: upsertSeen, params: [JSON.stringify(rows)] },
        ],
        saved: () => {},
        failed: () => {
          for (const id of saving) changed.add(id);
        },
      };
    },
  };
}

const deleteSeen = 'DELETE FROM seen_products WHERE id IN (SELECT value FROM json_each(?))';
const upsertSeen =
  'INSERT OR REPLACE INTO seen_products (id, at, body) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)';
