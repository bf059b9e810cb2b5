import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Catalogue } from '../catalogue.ts';
import { categories } from '../category.ts';
import type { Page } from '../layout.ts';
import { picturePath, SHOP } from '../path.ts';
import { productShelf } from '../product-shelf.ts';
import type { ShopEnv } from '../shop-env.ts';
import { slot } from '../slot.ts';

export function homePage({ catalogue, page }: { catalogue: Catalogue; page: Page }) {
  return new Hono<ShopEnv>().get('/', (c) => {
    const [texts, language] = [c.get('texts'), c.get('language')];
    return page(c, {
      title: texts.home,
      main: html`
        ${slot('greeting', 'line', html`<p class="welcome"><strong>${texts.welcome}</strong> <span>${texts.welcomeMore}</span></p>`)}
        <section class="hero">
          <div>
            <h1>${texts.heroTitle}</h1>
            <p>${texts.heroText}</p>
            <a class="button" href="#bestsellers">${texts.heroButton}</a>
          </div>
          <div class="hero-pictures">${catalogue.bestsellers.slice(0, 3).map((product) => html`<img src="${picturePath(product.id)}" alt="" width="400" height="400" />`)}</div>
        </section>
        <div id="bestsellers">${slot('home', 'shelf', productShelf({ title: texts.bestsellers, products: catalogue.bestsellers, language }))}</div>
        ${slot('news', 'shelf', productShelf({ title: texts.newest, products: catalogue.newest, language }))}
        <section>
          <h2>${texts.allDepartments}</h2>
          <ul class="tiles">${categories.map((category) => {
            const picture = catalogue.inCategory(category)[0];
            return html`<li><a href="${SHOP}/c/${category}">${picture ? html`<img src="${picturePath(picture.id)}" alt="" width="400" height="400" loading="lazy" />` : ''}<span>${texts.categories[category]}</span></a></li>`;
          })}</ul>
        </section>`,
    });
  });
}
