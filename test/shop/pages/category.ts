import { Hono } from 'hono';
import { html } from 'hono/html';
import { type Catalogue, type Order, orders, sorted } from '../catalogue.ts';
import { categories } from '../category.ts';
import { itemOf } from '../events.ts';
import type { Page } from '../layout.ts';
import { en } from '../messages/en.ts';
import { count } from '../messages/plural.ts';
import { pageOf, pager } from '../pager.ts';
import { SHOP } from '../path.ts';
import { productGrid } from '../product-shelf.ts';
import type { ShopEnv } from '../shop-env.ts';

export function categoryPage({ catalogue, page }: { catalogue: Catalogue; page: Page }) {
  return new Hono<ShopEnv>().get('/c/:category', async (c, next) => {
    const [texts, language] = [c.get('texts'), c.get('language')];
    const category = categories.find((one) => one === c.req.param('category'));
    if (!category) return next();
    const order: Order = orders.find((one) => one === c.req.query('sort')) ?? 'popular';
    const products = catalogue.inCategory(category);
    const shown = pageOf(sorted(products, order), c.req.query('page'));
    const name = texts.categories[category];
    const sortNames: Record<Order, string> = {
      popular: texts.sortPopular,
      new: texts.sortNew,
      'price-up': texts.sortPriceUp,
      'price-down': texts.sortPriceDown,
    };
    return page(c, {
      title: name,
      calls: [
        {
          name: 'view_item_list',
          params: {
            item_list_id: category,
            item_list_name: en.categories[category],
            currency: 'GBP',
            items: shown.items.map((product) => itemOf(product)),
          },
        },
      ],
      main: html`
        <header class="list-head">
          <div><h1>${name}</h1><p class="quiet">${count(language, products.length, texts.products)}</p></div>
          <form action="${SHOP}/c/${category}" data-submit-on-change>
            <label for="sort">${texts.sort}</label>
            <select id="sort" name="sort">${orders.map((one) => html`<option value="${one}" ${one === order ? html`selected` : ''}>${sortNames[one]}</option>`)}</select>
            <button>${texts.apply}</button>
          </form>
        </header>
        ${productGrid(shown.items, language)}
        ${pager(texts, shown, (number) => `${SHOP}/c/${category}?sort=${order}&page=${number}`)}`,
    });
  });
}
