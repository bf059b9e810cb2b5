import { listen } from './listen.ts';

/** What a shop's page has before our tag: the stub, and a list of everything that goes wrong on the page. */
const stub = `
window.problems = [];
addEventListener('error', (event) => problems.push('error: ' + event.message));
addEventListener('unhandledrejection', (event) => problems.push('rejection: ' + event.reason));
document.addEventListener('securitypolicyviolation', (event) => problems.push(event.violatedDirective + ' ' + event.blockedURI));
new PerformanceObserver((list) => problems.push(...list.getEntries().map(({ value, sources }) =>
  'shift: ' + value + ' ' + sources.map(({ node }) => node?.outerHTML?.slice(0, 80))))).observe({ type: 'layout-shift', buffered: true });
window.vitrina=window.vitrina||function(){(vitrina.q=vitrina.q||[]).push(arguments)};
`;

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4.5" cy="4.5" r="4" fill="teal"/></svg>';

/** A shop on another site than the collector, under a content security policy that allows it, and the shop itself, the minimum. */
export async function startShop(collector: string, host: 'localhost' | 'other.localhost' = 'localhost') {
  const pages = new Map<string, string | Promise<string>>();
  const statuses = new Map<string, number>();
  const policy = `default-src 'self'; script-src 'self' ${collector}; connect-src 'self' ${collector}`;

  const { origin, stop } = await listen(host, async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://shop');
    if (pathname.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
    else if (pathname.endsWith('.css')) response.setHeader('Content-Type', 'text/css');
    else if (pathname.endsWith('.svg')) response.setHeader('Content-Type', 'image/svg+xml');
    else if (pathname.endsWith('.rules')) response.setHeader('Content-Type', 'application/speculationrules+json');
    else {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Content-Security-Policy', policy);
      if (pages.has(`${pathname}.rules`)) response.setHeader('Speculation-Rules', `"${pathname}.rules"`);
    }
    const body = pathname === '/picture.svg' ? picture : await pages.get(pathname);
    response.writeHead(body === undefined ? 404 : (statuses.get(pathname) ?? 200)).end(body);
  });

  pages.set('/stub.js', stub);

  /** Puts a page on the shop and returns its address. */
  function page(path: string, { head = tag(), title = path, body = '', status = 200 } = {}) {
    statuses.set(path, status);
    pages.set(
      path,
      `<!doctype html><html lang="uk"><meta name="viewport" content="width=device-width"><title>${title}</title>` +
        `<link rel="icon" href="/picture.svg"><link rel="stylesheet" href="${path}.css"><script src="/stub.js"></script>` +
        `${head}<body>${body}</body></html>`,
    );
    return origin + path;
  }

  /** Any other file: a script, a style sheet (`<page>.css`), speculation rules (`<page>.rules`); a promise is served when it is kept. */
  const file = (path: string, content: string | Promise<string>) => pages.set(path, content);
  const tag = (attributes = 'data-site="key" data-consent="granted"', query = '') =>
    `<script async src="${collector}/v.js${query}" ${attributes}></script>`;

  return { origin, page, file, tag, stop };
}
