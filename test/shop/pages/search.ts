import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Catalogue } from '../catalogue.ts';
import type { Page } from '../layout.ts';
import { fill } from '../messages/messages.ts';
import { count } from '../messages/plural.ts';
import { pageOf, pager } from '../pager.ts';
import { SHOP } from '../path.ts';
import { productGrid, productShelf } from '../product-shelf.ts';
import type { ShopEnv } from '../shop-env.ts';

const LONGEST_TERM = 100;

export function searchPage({ catalogue, page }: { catalogue: Catalogue; page: Page }) {
  return new Hono<ShopEnv>().get('/search', (c) => {
    const [texts, language] = [c.get('texts'), c.get('language')];
    const term = (c.req.query('q') ?? '').trim().slice(0, LONGEST_TERM);
    const found = catalogue.search(term);
    const shown = pageOf(found, c.req.query('page'));
    return page(c, {
      title: term ? fill(texts.resultsFor, { term }) : texts.search,
      term,
      calls: term ? [{ name: 'search', params: { search_term: term, results: found.length } }] : [],
      main: html`
        <header class="list-head"><div>
          <h1>${term ? fill(texts.resultsFor, { term }) : texts.typeToSearch}</h1>
          ${found.length ? html`<p class="quiet">${count(language, found.length, texts.products)}</p>` : ''}
        </div></header>
        ${found.length ? productGrid(shown.items, language) : nothing()}
        ${pager(texts, shown, (number) => `${SHOP}/search?q=${encodeURIComponent(term)}&page=${number}`)}`,
    });

    function nothing() {
      return html`${term ? html`<p>${fill(texts.nothingFound, { term })}</p>` : ''}
        ${productShelf({ title: texts.bestsellers, products: catalogue.bestsellers, language })}`;
    }
  });
}
