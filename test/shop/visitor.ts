/** A simulated person at a browser. */
export interface Visitor {
  userAgent: string;
  /** BCP 47, of the pages that are read. */
  language: string;
  /** Where a visit comes from. */
  source: Source;
  /** What the collector gave to be known again by: in the body, or as a cookie where shop and collector share a host. */
  token: string | undefined;
  cookies: Map<string, string>;
  /** Number of the customer who signed in. */
  customer: string | undefined;
}

type OneOrMore<T> = readonly [T, ...T[]];

interface Source {
  referrer: string;
  /** Added to the address of the first page. */
  query: string;
}

const sources: OneOrMore<Source> = [
  { referrer: 'https://www.google.com/', query: '' },
  { referrer: 'https://www.google.com/', query: '' },
  { referrer: 'https://www.google.com/', query: '?utm_source=google&utm_medium=cpc&utm_campaign=gifts' },
  { referrer: 'https://www.facebook.com/', query: '?utm_source=facebook&utm_medium=social&utm_campaign=autumn-home' },
  { referrer: '', query: '' },
  { referrer: '', query: '' },
  { referrer: '', query: '?utm_source=newsletter&utm_medium=email&utm_campaign=new-this-week' },
];

const userAgents: OneOrMore<string> = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0',
];

/** The data is of a British shop; the pages are in four languages. */
const languages: OneOrMore<string> = ['en', 'en', 'en', 'en', 'uk', 'ro', 'ru'];

/** Somebody who was never here. */
export function newcomer(random: () => number): Visitor {
  return {
    userAgent: one(userAgents, random),
    language: one(languages, random),
    source: one(sources, random),
    token: undefined,
    cookies: new Map(),
    customer: undefined,
  };
}

const one = <T>(list: OneOrMore<T>, random: () => number): T => list[Math.floor(random() * list.length)] ?? list[0];
