import { type LookupAddress, lookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { Failure } from './commands/command.ts';

export interface Fetched {
  /** After redirects. */
  url: URL;
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Headers, and the body. */
type Asking = Record<string, string>;

const largest = 5_000_000;
const patience = 15_000;
const redirects = 5;

/** Addresses of machines that are not on the open internet. */
const privateAddresses = new BlockList();
for (const [net, length] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const),
])
  privateAddresses.addSubnet(net, length, 'ipv4');
for (const [net, length] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  privateAddresses.addSubnet(net, length, 'ipv6');

/** Gets a page as text. Without `allowPrivate` no redirect and no name leads it to a private address. */
export async function fetchPage(address: URL, allowPrivate: boolean): Promise<Fetched> {
  let url = address;
  for (let hop = 0; hop <= redirects; hop++) {
    const answer = await ask(url, allowPrivate);
    const { location } = answer.headers;
    if (answer.status < 300 || answer.status > 399 || typeof location !== 'string' || !URL.canParse(location, url))
      return answer;
    url = new URL(location, url);
  }
  throw new Failure(`${address} leads on and on: more than ${redirects} redirects.`);
}

/** One request, without following where it leads; with a body it is a POST. */
export function ask(url: URL, allowPrivate: boolean, { body, ...headers }: Asking = {}): Promise<Fetched> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Failure(`${url} is no web address.`);
  // A literal address is not looked up.
  if (!allowPrivate && isPrivate(url.hostname.replace(/^\[|\]$/g, ''))) throw refusal(url);
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const failed = (error: Error) =>
      reject(
        error instanceof Failure ? error : new Failure(`${url} cannot be fetched: ${error.message || String(error)}`),
      );
    const asked = request(
      url,
      {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'user-agent': 'vitrina-check', accept: 'text/html,*/*', ...headers },
        timeout: patience,
        lookup: allowPrivate ? lookup : publicLookup(url),
      },
      (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          parts.push(part);
          if (size > largest) asked.destroy(new Error(`it is larger than ${largest / 1e6} MB`));
        });
        response.on('error', failed);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          resolve({ url, status: response.statusCode ?? 0, headers: response.headers, text });
        });
      },
    );
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${patience / 1_000} seconds`)));
    asked.on('error', failed);
    asked.end(body);
  });
}

/** Looks a name up and refuses private answers in the same step: asked twice, a name may answer twice differently. */
function publicLookup(url: URL) {
  return (
    hostname: string,
    options: object,
    done: (error: Error | null, address: string | LookupAddress[], family: number) => void,
  ): void => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new Error('no address'), '', 0);
      if (found.some(({ address }) => isPrivate(address))) return done(refusal(url), '', 0);
      if ('all' in options && options.all === true) done(null, found, 0);
      else done(null, first.address, first.family);
    });
  };
}

function isPrivate(address: string): boolean {
  const kind = isIP(address);
  return kind !== 0 && privateAddresses.check(address, kind === 6 ? 'ipv6' : 'ipv4');
}

function refusal(url: URL): Failure {
  return new Failure(`${url.hostname} is a private address. With --private it is fetched all the same.`);
}
