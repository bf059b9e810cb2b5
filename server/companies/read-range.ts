import { addressBits, mapped } from '../address-bits.ts';
import type { Company } from '../log/log-event.ts';
import { plainText } from '../plain-text.ts';
import { isPrivate } from '../private-address.ts';
import { Refused } from '../refused.ts';

/** A range of addresses, both ends in it, as `addressBits`; `company` null for one that says nothing of who is behind it. */
export interface CompanyRange {
  from: bigint;
  to: bigint;
  company: Company | null;
}

type Column = 'network' | 'from' | 'to' | 'name' | 'domain' | 'industry' | 'size' | 'kind' | 'isp';

/** What vendors call them, in small letters without spaces and signs. */
const columns: Readonly<Record<string, Column>> = {
  ...{ network: 'network', cidr: 'network', range: 'network', iprange: 'network', prefix: 'network', ip: 'network' },
  ...{ start: 'from', startip: 'from', ipstart: 'from', ipfrom: 'from', from: 'from', rangestart: 'from' },
  ...{ end: 'to', endip: 'to', ipend: 'to', ipto: 'to', to: 'to', rangeend: 'to' },
  ...{ company: 'name', companyname: 'name', name: 'name', organization: 'name', organisation: 'name', org: 'name' },
  ...{ domain: 'domain', companydomain: 'domain', website: 'domain', site: 'domain' },
  ...{ industry: 'industry', companyindustry: 'industry', sector: 'industry', category: 'industry' },
  ...{ size: 'size', companysize: 'size', employees: 'size', employeerange: 'size' },
  ...{ type: 'kind', kind: 'kind', usagetype: 'kind', usertype: 'kind', companytype: 'kind' },
  ...{ isp: 'isp', isisp: 'isp' },
};

/** Whoever comes from there is its customer, and not of it. */
const everybodys = new Set([
  ...['isp', 'mobile', 'cellular', 'residential', 'consumer', 'broadband', 'dialup', 'wifi', 'hotspot', 'cafe'],
  ...['hosting', 'datacenter', 'cdn', 'vpn', 'proxy', 'tor', 'mob', 'dch'],
]);
const yes = /^(1|yes|y|true|так|да|da)$/i;
/** A vendor's way of saying that it knows none. */
const unsaid = /^(-|n\/a|null|none|unknown)?$/i;

/** Wider than this no company is: the largest ever given to one are these. */
const widest = { short: 24n, long: 112n };

/** The columns of a file, by what they are called. Throws an `Error` where no range can be read from them. */
export function columnsOf(head: readonly string[]): ReadonlyMap<Column, string> {
  const found = new Map<Column, string>();
  for (const name of head) {
    const column = columns[name.toLowerCase().replace(/[^a-z]/g, '')];
    if (column && !found.has(column)) found.set(column, name);
  }
  if (!found.has('network') && !(found.has('from') && found.has('to')))
    throw new Error(
      'No column says which addresses a line is about: the first line names the columns, network (or start and end) among them.',
    );
  if (!found.has('name')) throw new Error('No column says whose addresses they are: one of them is called company.');
  return found;
}

/** Throws `Refused` for a line that cannot be kept. */
export function readRange(row: Record<string, string>, named: ReadonlyMap<Column, string>): CompanyRange {
  const cell = (column: Column) => (row[named.get(column) ?? ''] ?? '').trim();
  const { from, to } = boundsOf(cell('network'), cell('from'), cell('to'));
  const name = cell('name');
  const isEverybodys = everybodys.has(cell('kind').toLowerCase()) || yes.test(cell('isp'));
  if (isEverybodys || unsaid.test(name)) return { from, to, company: null };
  const isShort = from >> 32n === mapped >> 32n;
  if (isPrivate(from) || isPrivate(to))
    throw new Refused('network', 'these addresses are private or reserved, and nobody comes from them');
  if (to - from >= 1n << (isShort ? widest.short : widest.long))
    throw new Refused('network', 'this is wider than any company’s network');
  const [domain, industry, size] = [cell('domain'), cell('industry'), cell('size')];
  return {
    from,
    to,
    company: {
      name: short(name),
      ...(unsaid.test(domain) ? {} : { domain: short(domain.toLowerCase()) }),
      ...(unsaid.test(industry) ? {} : { industry: short(industry) }),
      ...(unsaid.test(size) ? {} : { size: short(size) }),
    },
  };
}

function boundsOf(network: string, start: string, end: string): { from: bigint; to: bigint } {
  if (network === '' && start === '') throw new Refused('network', 'it says no addresses');
  const [first = '', last = first] = network === '' ? [start, end || start] : network.split(/\s*-\s*/);
  const [address = '', length] = first.split('/');
  const from = bitsOf(address);
  if (length !== undefined) {
    const host = BigInt(address.includes(':') ? 128 : 32) - BigInt(/^\d{1,3}$/.test(length) ? length : 999);
    if (host < 0n) throw new Refused('network', `"${first.slice(0, 60)}" is no network as 8.8.8.0/24`);
    const begin = (from >> host) << host;
    return { from: begin, to: begin + (1n << host) - 1n };
  }
  const to = bitsOf(last);
  if (to < from) throw new Refused('network', 'it ends before it begins');
  if ((from >> 32n === mapped >> 32n) !== (to >> 32n === mapped >> 32n))
    throw new Refused('network', 'it begins in IPv4 and ends in IPv6');
  return { from, to };
}

/** Some vendors write an address as one number: below 2^32 it is one of IPv4. */
function bitsOf(text: string): bigint {
  const number = /^\d{1,39}$/.test(text) ? BigInt(text) : null;
  const bits = number === null ? addressBits(text) : number < 1n << 32n ? mapped | number : number;
  if (bits === null || bits >> 128n !== 0n) throw new Refused('network', `"${text.slice(0, 60)}" is no address`);
  return bits;
}

function short(text: string): string {
  if (!plainText.test(text)) throw new Refused('company', 'it has control characters');
  return [...text].slice(0, 120).join('');
}
