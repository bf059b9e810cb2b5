/** What is fetched from the open internet on somebody's word: a runtime asks, with private addresses refused as it connects. */

export interface OutsideAnswer {
  status: number;
  /** Null where it is missing. */
  header(name: string): string | null;
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

export interface Asking {
  headers?: Record<string, string>;
  /** With one it is a POST. */
  body?: string;
  signal?: AbortSignal;
}

/** One request, without following where it leads. Throws `Unreachable`. */
export type AskOutside = (url: URL, asking: Asking) => Promise<OutsideAnswer>;

/** Why something could not be fetched, for programs; the message says it for people. */
export class Unreachable extends Error {
  readonly code: 'private-address' | 'no-answer' | 'too-slow' | 'too-large' | 'redirects' | 'no-web-address';
  constructor(code: Unreachable['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const mostRedirects = 5;

/** The answer at the end of all redirects, and where that is; each address on the way is asked for by `ask`, and so is checked. */
export async function followRedirects(
  first: URL,
  ask: (url: URL) => Promise<OutsideAnswer>,
): Promise<{ url: URL; answer: OutsideAnswer }> {
  let url = first;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const answer = await ask(url);
    const location = answer.status >= 300 && answer.status <= 399 ? answer.header('location') : null;
    if (location === null || !URL.canParse(location, url)) return { url, answer };
    await answer.body.cancel().catch(() => {});
    url = new URL(location, url);
  }
  throw new Unreachable('redirects', `${first} leads on and on: more than ${mostRedirects} redirects.`);
}

/** The same bytes, up to so many. */
export function bounded(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let size = 0;
  return bytes.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        size += chunk.byteLength;
        if (size > most) controller.error(new Unreachable('too-large', `It is larger than ${most / 1e6} MB.`));
        else controller.enqueue(chunk);
      },
    }),
  );
}
