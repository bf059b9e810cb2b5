import { quietly } from './quietly.ts';
import { say } from './say.ts';

/** What a page of a product tells search engines and networks. */
export function readProductPage() {
  let last: string;

  const read = quietly(() => {
    const linked: object[] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || !node) return;
      if (/Product|Crumb/.test(Reflect.get(node, '@type'))) linked.push(node);
      else Object.values(node).forEach(walk);
    };
    for (const { textContent } of all('[type$="ld+json"]')) quietly(() => walk(JSON.parse(`${textContent}`)))();
    const tags = pairs('[property^=og],[property^=product]', 'property');
    const marked = pairs('[itemtype$="/Product"] [itemprop]', 'itemprop');
    const shopify = Reflect.get(window, 'ShopifyAnalytics')?.meta?.product;
    // A fourth product would not make a page of a category clearer.
    const words = [linked.slice(0, 4), tags, marked, shopify];
    const text = JSON.stringify(words);
    if (text === last) return;
    last = text;
    if (linked[0] || marked.name || shopify || /product/.test(`${tags['og:type']}`)) say('page', ...words);
  });
  read();
  if ('navigation' in window) navigation.addEventListener('currententrychange', () => setTimeout(read, 1_000));
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

/** Of two with one name the first one wins. */
function pairs(selector: string, name: string): Record<string, string | null> {
  return Object.fromEntries(
    all(selector)
      .reverse()
      .map((element) => {
        const says = ['content', 'href', 'src'].map((attribute) => element.getAttribute(attribute)).find(Boolean);
        return [element.getAttribute(name), says ?? element.textContent?.trim().slice(0, 200)];
      }),
  );
}
