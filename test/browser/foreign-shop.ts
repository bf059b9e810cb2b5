import type { Page } from '@playwright/test';
import { listen } from './listen.ts';

/** Kept before anything else runs: what the page's policy has refused, what has moved, what went wrong. */
const stub = `
window.problems = [];
addEventListener('error', (event) => problems.push('error: ' + event.message));
addEventListener('unhandledrejection', (event) => problems.push('rejection: ' + event.reason));
document.addEventListener('securitypolicyviolation', (event) => problems.push(event.violatedDirective + ' ' + event.blockedURI));
new PerformanceObserver((list) => problems.push(...list.getEntries().map(({ value, sources }) =>
  'shift: ' + value + ' ' + sources.map(({ node }) => node?.outerHTML?.slice(0, 80))))).observe({ type: 'layout-shift', buffered: true });
`;

const icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>';

const style = `
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: #fff; color: #111 }
main { padding: 16px }
[data-vitrina=promo] { display: flow-root; min-height: 152px }
.css-1x9k3f { height: 1400px }
footer { height: 600px; background: #eee }
`;

/** A shop on an origin of its own whose policy lets in what the install guide asks for, and nothing inline. */
export async function startForeignShop() {
  const known = { collector: '', site: '' };
  const paths: string[] = [];
  const { origin, stop } = await listen('localhost', (request, response) => {
    const { url = '/' } = request;
    paths.push(url);
    if (url === '/stub.js') return response.setHeader('Content-Type', 'text/javascript').end(stub);
    if (url === '/shop.css') return response.setHeader('Content-Type', 'text/css').end(style);
    if (url === '/icon.svg') return response.setHeader('Content-Type', 'image/svg+xml').end(icon);
    const { collector, site } = known;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'self'; script-src 'self' ${collector}; connect-src 'self' ${collector}`,
    );
    response.end(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Shop</title>
      <link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/shop.css"><script src="/stub.js"></script>
      <script async src="${collector}/v.js" data-site="${site}" data-consent="granted"></script>
      <body><main><h1>Tea &amp; Co</h1><div data-vitrina="promo"></div><p>First words</p>
      <div class="css-1x9k3f">Much else</div>
      <section id="bestsellers"><h2>Bestsellers</h2><ul><li>Oolong</li><li><a href="/sencha">Sencha</a></li></ul></section>
      </main><footer>Imprint</footer></body></html>`,
    );
  });
  return {
    origin,
    stop,
    follow: (next: typeof known) => Object.assign(known, next),
    /** What it was asked for. */
    asked: () => paths,
    problems: (page: Page) => page.evaluate(() => window.problems),
  };
}
