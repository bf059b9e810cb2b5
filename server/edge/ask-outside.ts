import { type AskOutside, Unreachable } from '../outside.ts';
import { isPrivateAddress } from '../private-address.ts';

/**
 * Asks from the edge. Names are the runtime's to look up: its network lets nothing connect to a private address, whatever a name
 * resolves to (`network` in `config.capnp`; Cloudflare has none beside it). `allowPrivate`: do not refuse those that are spelt out.
 */
export function askOutside(allowPrivate: boolean): AskOutside {
  return async (url, { headers = {}, body, signal }) => {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new Unreachable('no-web-address', `${url} is no web address.`);
    if (!allowPrivate && (isPrivateAddress(url.hostname) || url.hostname === 'localhost'))
      throw new Unreachable('private-address', `${url.hostname} is a private address.`);
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'user-agent': 'vitrina', ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    }).catch((cause: unknown) => {
      throw new Unreachable(
        'no-answer',
        `${url} cannot be fetched: ${cause instanceof Error ? cause.message : cause}`,
        {
          cause,
        },
      );
    });
    return {
      status: answer.status,
      header: (name) => answer.headers.get(name),
      body: answer.body ?? new Blob().stream(),
    };
  };
}
