import type { PropsOf } from '../../widgets/define.ts';
import type { orderStatus } from '../../widgets/order-status/definition.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { fill, messagesIn } from '../messages/messages.ts';
import type { Shop } from '../shops/table.ts';
import { dayInWords } from './day-in-words.ts';
import type { Looking } from './looking.ts';

/** Letters of an order's number that are shown: enough to know one's own by. */
const tail = 4;
const longest = 3;
const day = 86_400_000;

/** Where the last order stands, in words; null where there is none that may be told. */
export function orderStatusFor(
  { order, language, now }: Looking,
  catalog: Pick<Catalog, 'get'>,
  { timeZone }: Pick<Shop, 'timeZone'>,
): PropsOf<typeof orderStatus> | null {
  if (!order) return null;
  const words = messagesIn(language).orderStatus;
  const { status, since, by, products } = order;
  const inWords = (at: number) => dayInWords(at, language, timeZone);
  const isLate = by !== null && now > by;
  const isSent = status === 'shipped';
  const names = products.flatMap(({ id, name }) => name ?? catalog.get(id)?.name ?? []);
  const more = names.length > longest ? fill(words.more, { count: String(names.length - longest) }) : '';
  return {
    title: fill(words.title, { number: `…${order.id.slice(-tail)}` }),
    status: fill(words.states[status], { day: inWords(since) }),
    // The day on which it is over, and not its first moment.
    expected:
      by === null ? '' : isLate ? words.late : fill(isSent ? words.arrives : words.leaves, { day: inWords(by + day) }),
    late: isLate ? 'yes' : '',
    products: [...names.slice(0, longest), more].filter(Boolean).join(', '),
    stages: status === 'cancelled' ? '' : stages.map((stage) => words.stages[stage]).join('\n'),
    reached: String(reached[status]),
  };
}

const stages = ['placed', 'shipped', 'delivered'] as const;

/** How many of them are done. */
const reached = { placed: 1, paid: 1, packed: 1, shipped: 2, delivered: 3, cancelled: 0 } as const;
