import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { Readable } from 'node:stream';
import { type AskOutside, Unreachable } from '../outside.ts';
import { isPrivateAddress } from '../private-address.ts';

const patience = 15_000;

/** Says of an address whether nobody is to be connected to it. */
type IsRefused = (address: string) => boolean;

export const refusesNothing: IsRefused = () => false;

/** Asks from this machine; unless it is told otherwise, nothing but the open internet. */
export function askOutside(isRefused: IsRefused = isPrivateAddress, resolve = lookup): AskOutside {
  return async (url, { headers, body, signal }) => {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new Unreachable('no-web-address', `${url} is no web address.`);
    // A literal address is not looked up.
    if (isRefused(url.hostname.replace(/^\[|\]$/g, ''))) throw refusal(url);
    const request = url.protocol === 'https:' ? requestSecure : requestPlain;
    return new Promise((answered, reject) => {
      let reading: IncomingMessage | null = null;
      const asked = request(
        url,
        {
          method: body === undefined ? 'GET' : 'POST',
          headers: { 'user-agent': 'vitrina', accept: '*/*', 'accept-encoding': 'identity', ...headers },
          timeout: patience,
          lookup: guardedLookup(url, isRefused, resolve),
          ...(signal ? { signal } : {}),
        },
        (response) => {
          reading = response;
          answered({
            status: response.statusCode ?? 0,
            header: (name) => {
              const value = response.headers[name];
              return value === undefined ? null : [value].flat().join(', ');
            },
            body: Readable.toWeb(response) as ReadableStream<Uint8Array<ArrayBuffer>>,
          });
        },
      );
      asked.on('timeout', () =>
        (reading ?? asked).destroy(
          new Unreachable('too-slow', `${url} has sent nothing for ${patience / 1_000} seconds.`),
        ),
      );
      asked.on('error', (cause) =>
        reject(
          cause instanceof Unreachable
            ? cause
            : new Unreachable('no-answer', `${url} cannot be fetched: ${cause.message || String(cause)}`, { cause }),
        ),
      );
      asked.end(body);
    });
  };
}

/** Looks a name up and refuses private answers in the same step: asked twice, a name may answer twice differently. */
function guardedLookup(url: URL, isRefused: IsRefused, resolve: typeof lookup) {
  return (
    hostname: string,
    options: object,
    done: (error: Error | null, address: string | LookupAddress[], family: number) => void,
  ): void => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new Error('no address'), '', 0);
      if (found.some(({ address }) => isRefused(address))) return done(refusal(url), '', 0);
      if ('all' in options && options.all === true) done(null, found, 0);
      else done(null, first.address, first.family);
    });
  };
}

function refusal(url: URL): Unreachable {
  return new Unreachable('private-address', `${url.hostname} is a private address.`);
}
