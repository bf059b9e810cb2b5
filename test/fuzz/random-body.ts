/** What a hostile or broken sender sends: a good request with something wrong in it, as bytes. */
export interface Fuzzed {
  path: '/v1/collect' | '/v1/handover' | '/v1/orders' | '/v1/events' | '/v1/catalog';
  body: Uint8Array<ArrayBuffer>;
  cookie: string | undefined;
}

interface Source {
  random: () => number;
  site: string;
  /** Good tokens of this shop, to get past the door. */
  tokens: readonly string[];
  now: number;
}

const utf8 = new TextEncoder();

/** One body; most are of the collector's own address. */
export function randomBody(source: Source): Fuzzed {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(source.random() * list.length)] as T;
  const path =
    source.random() < 0.85 ? '/v1/collect' : pick(['/v1/handover', '/v1/orders', '/v1/events', '/v1/catalog'] as const);
  const good: Tree = JSON.parse(JSON.stringify(goodOf(path, source)));
  let tree = good;
  const changes = Math.floor(source.random() * 4);
  for (let change = 0; change < changes; change++) tree = mutated(tree, source.random);
  const text = wordedOddly(JSON.stringify(tree) ?? '', source.random);
  const body = source.random() < 0.15 ? brokenBytes(utf8.encode(text), source.random) : utf8.encode(text);
  const cookies = [
    undefined,
    undefined,
    undefined,
    `_v=${pick(source.tokens)}`,
    '_v=',
    '_v=%00;_v=a.b.c',
    '_va=x; ;;=;_v',
  ];
  return { path, body: body.slice(0, 70_000), cookie: pick(cookies) };
}

type Tree = null | boolean | number | string | Tree[] | { [name: string]: Tree };

let counted = 0;

function goodOf(path: Fuzzed['path'], { random, site, tokens, now }: Source): object {
  const number = counted++;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const item = () => ({
    item_id: `I${number % 40}`,
    item_name: 'Thing',
    item_category: 'Kind',
    price: '2.50',
    quantity: 1,
  });
  const names = [
    'page_view',
    'view_item',
    'add_to_cart',
    'view_cart',
    'purchase',
    'refund',
    'search',
    'login',
    'logout',
    'odd',
  ];
  const token = random() < 0.5 ? { token: pick(tokens) } : {};
  switch (path) {
    case '/v1/collect':
      return {
        site,
        ...token,
        consent: pick([{}, { statistics: true }, { statistics: true, personalisation: true, marketing: true }]),
        sent: now,
        page: {
          id: `p${number}`,
          url: 'https://shop.example/a?utm_source=x&gclid=y',
          title: 'Title',
          language: 'uk',
          referrer: 'https://www.google.com/',
        },
        events: Array.from({ length: 1 + Math.floor(random() * 3) }, (_, place) => ({
          id: `p${number}.${place}`,
          name: pick(names),
          time: now - Math.floor(random() * 10_000),
          params: {
            items: [item()],
            currency: 'EUR',
            value: 5,
            transaction_id: `T${number % 5_000}`,
            search_term: 'tea',
            identity: 'a.b.c',
            coupon: 'C',
            more: { deep: [1, { deeper: 'x' }] },
          },
        })),
        slots: ['greeting', 'home', 'cart', 'product'],
      };
    case '/v1/handover':
      return { site, ...token };
    case '/v1/orders':
      return {
        orders: [
          {
            order_id: `T${number % 5_000}`,
            time: new Date(now).toISOString(),
            status: pick(['placed', 'paid', 'cancelled']),
            currency: 'EUR',
            customer: { id: `${number % 90}`, name: 'Ann' },
            items: [{ ...item(), cost: 1, serials: ['S1'] }],
            refunds: [{ refund_id: '1', time: now, value: 1, items: [item()] }],
            tax: 1,
            rate: 1.2,
          },
        ],
      };
    case '/v1/events':
      return {
        events: [
          { id: `s${number}`, name: 'message', time: now, customer: `${number % 90}`, params: { channel: 'call' } },
        ],
      };
    case '/v1/catalog':
      return {
        upsert: [
          { item_id: `I${number % 40}`, item_name: 'Thing', price: 1, currency: 'EUR', url: 'https://shop.example/i' },
        ],
        delete: [`I${(number + 7) % 40}`],
      };
  }
}

const strange: readonly Tree[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    -0,
    1e308,
    5e-324,
    2 ** 53,
    2 ** 53 + 2,
    -(2 ** 63),
    8.64e15,
    8.64e15 + 1,
    4294967296,
  ],
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    'a\ud83d',
    '\u202e\u2066',
    '\ufeff',
    '\uffff',
    '../../etc/passwd',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    "'; DROP TABLE log; --",
    '<script>alert(1)</script>',
    '{{x}}',
    '%00',
    '%zz',
  ],
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    '1e999',
    '0x10',
    '٣٫٥',
    '1,5',
    '1.234.567,89',
    '9'.repeat(32),
    '-0',
    '+1',
    '.5',
    '5.',
  ],
  ...[
    'order:1:server',
    '~import',
    '~erased',
    'customer-1',
    'identity_merge',
    'decision',
    'erased',
    'UAH',
    'XXX',
    'ZZZ',
    'eur',
  ],
  ...[
    'https://[::1',
    'http://',
    'javascript:1',
    'https://a\u0000b/',
    `https://shop.example/${'%ff'.repeat(50)}`,
    'x'.repeat(5_000),
  ],
  ...([[], {}, [[]], [null], { a: {} }, ['a', 1], { length: 5 }, { '': '' }] as Tree[]),
];

/** The tree with one thing in it replaced, taken away, doubled, buried or renamed. */
function mutated(tree: Tree, random: () => number): Tree {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  if (tree === null || typeof tree !== 'object' || random() < 0.12) return odd(tree, random);
  const names = Object.keys(tree);
  if (names.length === 0) return odd(tree, random);
  const name = pick(names);
  const value = Array.isArray(tree) ? tree[Number(name)] : tree[name];
  if (value !== null && typeof value === 'object' && random() < 0.75)
    return withValue(tree, name, mutated(value, random));
  const choice = random();
  if (choice < 0.55) return withValue(tree, name, odd(value ?? null, random));
  if (choice < 0.7) return Array.isArray(tree) ? tree.filter((_, place) => `${place}` !== name) : without(tree, name);
  if (choice < 0.8 && Array.isArray(tree)) return [...tree, ...tree, ...tree].slice(0, 300);
  return Array.isArray(tree)
    ? [...tree, pick(strange)]
    : withValue(
        tree,
        pick(['__proto__', 'constructor', '', '\u0000', 'x', 'identity', 'visitor', 'edges', 'simulated']),
        pick(strange),
      );
}

function odd(value: Tree, random: () => number): Tree {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const choice = random();
  if (choice < 0.75) return pick(strange);
  if (choice < 0.85 && typeof value === 'string') return value + pick(strange.filter((one) => typeof one === 'string'));
  if (choice < 0.95) {
    let deep: Tree = value;
    for (let depth = Math.floor(random() * 40); depth > 0; depth--) deep = random() < 0.5 ? [deep] : { d: deep };
    return deep;
  }
  return 'й'.repeat(Math.floor(random() * 9_000));
}

function withValue(tree: Tree[] | { [name: string]: Tree }, name: string, value: Tree): Tree {
  if (Array.isArray(tree)) return tree.map((one, place) => (`${place}` === name ? value : one));
  // As JSON.parse makes it: an own property, `__proto__` too.
  return Object.fromEntries([...Object.entries(tree), [name, value]]);
}

function without(tree: { [name: string]: Tree }, name: string): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([one]) => one !== name));
}

/** JSON as no serialiser writes it: names twice, numbers beyond what there is, thousands of brackets, and what is no JSON. */
function wordedOddly(text: string, random: () => number): string {
  const choice = random();
  if (choice > 0.12) return text;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const at = Math.floor(random() * text.length);
  const depth = Math.floor(random() * 20_000);
  return pick([
    () => text.replace('"site"', '"site":"other","site"'),
    () => text.replace(/"time":\d+/, '"time":1e400'),
    () => text.replace(/"sent":\d+/, '"sent":9007199254740993'),
    () => text.replace('"params":{', '"params":{"__proto__":{"items":[]},'),
    () => text.replace('"title"', '"title":"\\ud800","x"'),
    () => text.replace('"value":5', `"value":${'['.repeat(depth)}${']'.repeat(depth)}`),
    () => `${'{"a":'.repeat(depth / 2)}1${'}'.repeat(depth / 2)}`,
    () => '['.repeat(depth),
    () => text.slice(0, at),
    () => text.slice(0, at) + pick([',', '"', '\\', '\u0000', '}', '\ufeff', '\\u12']) + text.slice(at),
    () => `\ufeff${text}`,
    () => `${text}${text}`,
    () => '',
    () => 'null',
  ])();
}

/** Bytes that are no UTF-8, or none of this text. */
function brokenBytes(bytes: Uint8Array<ArrayBuffer>, random: () => number): Uint8Array<ArrayBuffer> {
  const broken = bytes.slice();
  for (let change = 1 + Math.floor(random() * 4); change > 0; change--)
    broken[Math.floor(random() * broken.length)] = Math.floor(random() * 256);
  return broken;
}
