import { allows } from './content-policy.ts';

/** A page as it was fetched. */
export interface FetchedPage {
  url: URL;
  status: number;
  html: string;
  /** Values of its `Content-Security-Policy` headers. */
  policies: readonly string[];
  /** The texts of its stylesheets. */
  styles: string;
}

export interface Finding {
  /** Null where it is neither good nor bad. */
  ok: boolean | null;
  text: string;
}

/** Where the page's tag sends, and for which shop. */
export interface FoundTag {
  src: URL;
  site: string | null;
  nonce: string | null;
}

/** Our tags in a page's source. */
export function tagsIn({ html, url }: Pick<FetchedPage, 'html' | 'url'>): FoundTag[] {
  return elements(html, 'script').flatMap((attributes) => {
    const address = attributes.get('src');
    if (address === undefined || !URL.canParse(address, url)) return [];
    const src = new URL(address, url);
    if (!src.pathname.endsWith('/v.js')) return [];
    const site = attributes.get('data-site') ?? src.searchParams.get('site');
    return [{ src, site, nonce: attributes.get('nonce') ?? null }];
  });
}

/** What the source of a page says about our tag and what surrounds it. `site`: the key that should stand there, where it is known. */
export function checkPage(page: FetchedPage, site: string | null): Finding[] {
  const { html, status } = page;
  const tags = tagsIn(page);
  const [tag] = tags;
  return [
    { ok: status === 200, text: status === 200 ? 'The page is there.' : `The page answers ${status}.` },
    ...(tag ? [...aboutTags(tags, tag, site), ...aboutPolicy(page, tag)] : [noTag(html)]),
    ...aboutSlots(page),
    ...aboutData(html),
  ];
}

function noTag(html: string): Finding {
  const manager = /googletagmanager\.com\/gtm\.js|matomo|tealium/i.test(html);
  const text = manager
    ? 'The tag is not in the source. A tag manager stands there and may add it: look in the browser for a request to /v.js.'
    : 'The tag is not in the source. Paste it before </head>, and empty the caches of shop and CDN.';
  return { ok: manager ? null : false, text };
}

function aboutTags(tags: readonly FoundTag[], tag: FoundTag, site: string | null): Finding[] {
  const key = tag.site;
  return [
    { ok: true, text: `The tag is there, from ${tag.src.origin}.` },
    tags.length === 1
      ? { ok: true, text: 'It stands there once.' }
      : { ok: false, text: `It stands there ${tags.length} times: remove all but one.` },
    key === null
      ? { ok: false, text: 'It has no data-site. Where a theme strips it, put ?site= and the key behind the address.' }
      : site === null || key === site
        ? { ok: true, text: `Its key is ${key}.` }
        : { ok: false, text: `Its key is ${key}; the shop’s is ${site}.` },
  ];
}

function aboutPolicy({ url, html, policies }: FetchedPage, { src, nonce }: FoundTag): Finding[] {
  const metas = elements(html, 'meta').filter(
    (attributes) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  const all = [...policies, ...metas.map((attributes) => attributes.get('content') ?? '')];
  if (all.length === 0) return [{ ok: true, text: 'No Content-Security-Policy stands in its way.' }];
  const wanted = { origin: src.origin, page: url.origin, nonce };
  return (['script-src-elem', 'connect-src'] as const).map((directive) => {
    const ok = allows(all, { ...wanted, directive, nonce: directive === 'connect-src' ? null : nonce });
    const name = directive === 'connect-src' ? 'connect-src' : 'script-src';
    return {
      ok,
      text: ok
        ? `The Content-Security-Policy allows it (${name}).`
        : `The Content-Security-Policy forbids it: add ${src.origin} to ${name}.`,
    };
  });
}

/** A slot whose box is kept free moves nothing when it is filled. */
function aboutSlots({ html, styles }: FetchedPage): Finding[] {
  const slots = [...withoutComments(html).matchAll(/<[a-z][^>]*\sdata-vitrina=[^>]*>/gi)].map(([text]) =>
    attributesOf(text),
  );
  if (slots.length === 0) return [{ ok: null, text: 'No slots: Vitrina records this page and shows nothing on it.' }];
  const sheet = [styles, ...[...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map(([, text = '']) => text)].join(
    '\n',
  );
  return slots.map((attributes) => {
    const name = attributes.get('data-vitrina') ?? '';
    const isReserved = reserves(attributes.get('style') ?? '') || ruleFor(name, sheet);
    return isReserved
      ? { ok: true, text: `The slot "${name}" has its place reserved.` }
      : {
          ok: false,
          text: `The slot "${name}" has no height reserved: the page will move. Take the CSS of the install page.`,
        };
  });
}

function ruleFor(slot: string, sheet: string): boolean {
  return [...sheet.matchAll(/([^{}]*)\{([^{}]*)\}/g)].some(([, selector = '', body = '']) => {
    const [, , of] = /\[data-vitrina(=["']?([\w-]+)["']?)?\]/.exec(selector) ?? [];
    return selector.includes('[data-vitrina') && (of === undefined || of === slot) && reserves(body);
  });
}

function reserves(style: string): boolean {
  return /(^|[;\s])(min-)?(height|block-size)\s*:\s*[1-9]/.test(style);
}

function aboutData(html: string): Finding[] {
  const hasLayer = /\bdataLayer\b/.test(html);
  const types = [...html.matchAll(/<script[^>]+application\/ld\+json[^>]*>([\s\S]*?)<\/script>/gi)];
  const hasProduct = types.some(([, text = '']) => /"@type"\s*:\s*(\[[^\]]*)?"Product/.test(text));
  return [
    { ok: null, text: hasLayer ? 'There is a dataLayer.' : 'There is no dataLayer.' },
    {
      ok: null,
      text: hasProduct
        ? 'There is JSON-LD of a product.'
        : types.length > 0
          ? 'There is JSON-LD, but of no product.'
          : 'There is no JSON-LD.',
    },
  ];
}

function elements(html: string, name: string): Map<string, string>[] {
  return [...withoutComments(html).matchAll(new RegExp(`<${name}\\b[^>]*>`, 'gi'))].map(([text]) => attributesOf(text));
}

function attributesOf(tag: string): Map<string, string> {
  const found = tag.matchAll(/\s([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g);
  return new Map(
    [...found].map(([, name = '', double, single, bare]): [string, string] => [
      name.toLowerCase(),
      (double ?? single ?? bare ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
    ]),
  );
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '');
}
