import { type AskOutside, bounded, followRedirects, type OutsideAnswer, Unreachable } from '../outside.ts';
import { FeedFailure } from './feed-failure.ts';

/** As it comes over the wire, packed or not. */
const largest = 500_000_000;

export interface FeedAddress {
  url: string;
  user: string | null;
  password: string | null;
  /** What was said of the bytes that are known; null asks for all of them. */
  etag: string | null;
  lastModified: string | null;
}

export interface FetchedFeed {
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>;
  etag: string | null;
  lastModified: string | null;
}

/** The bytes of a feed; null where they are those that are known (RFC 9110, 13.1). Throws `Unreachable` or `FeedFailure`. */
export async function fetchFeed(
  { url: address, user, password, etag, lastModified }: FeedAddress,
  ask: AskOutside,
  signal: AbortSignal,
): Promise<FetchedFeed | null> {
  const first = new URL(address);
  const { answer } = await followRedirects(first, (url) =>
    ask(url, {
      signal,
      headers: {
        ...(etag === null ? {} : { 'if-none-match': etag }),
        ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
        // Only for whom it was given.
        ...(user !== null && url.origin === first.origin ? { authorization: basic(user, password ?? '') } : {}),
      },
    }),
  );
  if (answer.status === 200)
    return {
      bytes: bounded(toItsEnd(answer.body), largest),
      etag: answer.header('etag'),
      lastModified: answer.header('last-modified'),
    };
  await answer.body.cancel().catch(() => {});
  if (answer.status === 304) return null;
  throw new FeedFailure(codeOf(answer), `The server answered ${answer.status}.`);
}

/** The same bytes; where they stop coming, that is the server's matter and not the file's. */
function toItsEnd(bytes: FetchedFeed['bytes']): FetchedFeed['bytes'] {
  const reader = bytes.getReader();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { value, done } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (cause) {
        if (cause instanceof Unreachable) throw cause;
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new Unreachable('no-answer', `The server broke off in the middle: ${reason}`, { cause });
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function codeOf({ status }: OutsideAnswer): FeedFailure['code'] {
  if (status === 401 || status === 403) return 'not-allowed';
  if (status === 404 || status === 410) return 'not-found';
  return status >= 500 ? 'server-error' : 'status';
}

/** RFC 7617, in UTF-8. */
function basic(user: string, password: string): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
