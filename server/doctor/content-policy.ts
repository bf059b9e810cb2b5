/** Whether a page's Content-Security-Policy lets something load, as far as sources by host, scheme and nonce say. */
export interface Wanted {
  directive: 'script-src-elem' | 'connect-src';
  /** Where it is loaded from. */
  origin: string;
  /** Of the page, which `'self'` stands for. */
  page: string;
  nonce: string | null;
}

const fallbacks: Record<Wanted['directive'], readonly string[]> = {
  'script-src-elem': ['script-src-elem', 'script-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
};

/** `policies`: the values of the headers and `<meta>` elements; all of them must allow it. */
export function allows(policies: readonly string[], wanted: Wanted): boolean {
  return policies.flatMap((policy) => policy.split(',')).every((policy) => allowsOne(policy, wanted));
}

function allowsOne(policy: string, { directive, origin, page, nonce }: Wanted): boolean {
  const directives = new Map<string, string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    // The first one counts.
    if (!directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  const sources = fallbacks[directive].map((name) => directives.get(name)).find((found) => found !== undefined);
  if (!sources) return true;
  if (nonce !== null && sources.includes(`'nonce-${nonce}'`)) return true;
  // With it the hosts of the list say nothing.
  if (directive === 'script-src-elem' && sources.includes("'strict-dynamic'")) return false;
  return sources.some((source) => matches(source.toLowerCase(), new URL(origin), page));
}

function matches(source: string, origin: URL, page: string): boolean {
  if (source === '*') return true;
  if (source === "'self'") return origin.origin === page;
  if (source === 'https:' || source === 'http:') return origin.protocol === source || origin.protocol === 'https:';
  const [, scheme, host = '', port] = /^(?:(https?|wss?):\/\/)?([^/:]+)(?::(\d+|\*))?/.exec(source) ?? [];
  if (scheme && `${scheme}:` !== origin.protocol && origin.protocol !== 'https:') return false;
  if (port !== undefined && port !== '*' && port !== portOf(origin)) return false;
  if (port === undefined && origin.port !== '') return false;
  return host.startsWith('*.') ? origin.hostname.endsWith(host.slice(1)) : host === origin.hostname;
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}
