/** Writes a MaxMind-format file (version 2.0 of the format) with a record for each network of IPv4: small enough for a test. */

interface Network {
  /** `198.51.100.0/24` */
  network: string;
  record: Value;
}

type Value = string | number | Value[] | { [key: string]: Value };

type Node = { left: Child; right: Child };
type Child = Node | { data: number } | null;

/** Bytes between the search tree and the data section. */
const separator = 16;

export function geoFile(networks: readonly Network[]): Buffer {
  const data: Buffer[] = [];
  const root: Node = { left: null, right: null };
  for (const { network, record } of networks) {
    insert(root, network, Buffer.concat(data).length);
    data.push(encode(record));
  }
  const nodes = list(root);
  const tree = Buffer.alloc(nodes.length * 8);
  nodes.forEach((node, place) => {
    tree.writeUInt32BE(pointer(node.left, nodes), place * 8);
    tree.writeUInt32BE(pointer(node.right, nodes), place * 8 + 4);
  });
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_700_000_000,
    database_type: 'Test-City',
    description: { en: 'Made for a test' },
    ip_version: 4,
    languages: ['en'],
    node_count: nodes.length,
    record_size: 32,
  });
  const mark = Buffer.concat([Buffer.from([0xab, 0xcd, 0xef]), Buffer.from('MaxMind.com')]);
  return Buffer.concat([tree, Buffer.alloc(separator), ...data, mark, metadata]);
}

function insert(root: Node, network: string, offset: number): void {
  const [address = '', length = '32'] = network.split('/');
  const bits = address.split('.').flatMap((part) => [...Number(part).toString(2).padStart(8, '0')]);
  const path = bits.slice(0, Number(length)).map((bit) => (bit === '0' ? 'left' : 'right'));
  const last = path.pop() ?? 'left';
  let node = root;
  for (const side of path) {
    const next = node[side];
    const inner = next && 'left' in next ? next : { left: null, right: null };
    node[side] = inner;
    node = inner;
  }
  node[last] = { data: offset };
}

function list(node: Node): Node[] {
  const inner = [node.left, node.right].filter((child): child is Node => child !== null && 'left' in child);
  return [node, ...inner.flatMap(list)];
}

function pointer(child: Child, nodes: readonly Node[]): number {
  if (child === null) return nodes.length;
  return 'data' in child ? nodes.length + separator + child.data : nodes.indexOf(child);
}

function encode(value: Value): Buffer {
  if (typeof value === 'string') return Buffer.concat([head(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([head(6, 4), bytes]);
  }
  // Kinds above 7 follow in a byte of their own.
  if (Array.isArray(value)) return Buffer.concat([Buffer.from([value.length, 11 - 7]), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([head(7, entries.length), ...entries.flatMap(([key, inner]) => [encode(key), encode(inner)])]);
}

function head(kind: number, size: number): Buffer {
  return size < 29 ? Buffer.from([(kind << 5) | size]) : Buffer.from([(kind << 5) | 29, size - 29]);
}
