import { bounded, followRedirects, type OutsideAnswer, Unreachable } from '../outside.ts';
import { askOutside, refusesNothing } from './ask-outside.ts';
import { Failure } from './commands/command.ts';

export interface Fetched {
  /** After redirects. */
  url: URL;
  status: number;
  header(name: string): string | null;
  text: string;
}

const largest = 5_000_000;

/** Gets a page as text. Without `allowPrivate` no redirect and no name leads it to a private address. */
export async function fetchPage(address: URL, allowPrivate: boolean): Promise<Fetched> {
  const ask = askOutside(allowPrivate ? refusesNothing : undefined);
  const headers = { 'user-agent': 'vitrina-check', accept: 'text/html,*/*' };
  return asked(async () => {
    const { url, answer } = await followRedirects(address, (url) => ask(url, { headers }));
    return fetched(url, answer);
  });
}

/** Posts a text, without following where the answer leads. */
export function post(url: URL, allowPrivate: boolean, body: string, headers: Record<string, string>): Promise<Fetched> {
  return asked(async () =>
    fetched(url, await askOutside(allowPrivate ? refusesNothing : undefined)(url, { body, headers })),
  );
}

async function fetched(url: URL, { status, header, body }: OutsideAnswer): Promise<Fetched> {
  return { url, status, header, text: await new Response(bounded(body, largest)).text() };
}

async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    const more = error.code === 'private-address' ? ' With --private it is fetched all the same.' : '';
    throw new Failure(`${error.message}${more}`, { cause: error });
  }
}
