import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { trimTrailingSlash } from 'hono/trailing-slash';
import { openAssets } from './assets.ts';
import type { Customer, Product } from './books.ts';
import { openCatalogue } from './catalogue.ts';
import type { Contact } from './contact.ts';
import { language } from './language.ts';
import { layout } from './layout.ts';
import { accountPage } from './pages/account.ts';
import { cartPage } from './pages/cart.ts';
import { categoryPage } from './pages/category.ts';
import { checkoutPages } from './pages/checkout.ts';
import { choices } from './pages/choices.ts';
import { finderPage } from './pages/finder.ts';
import { homePage } from './pages/home.ts';
import { productPage } from './pages/product.ts';
import { searchPage } from './pages/search.ts';
import { SHOP } from './path.ts';
import { pictures } from './pictures.ts';
import { sessions } from './session.ts';
import type { ShopEnv } from './shop-env.ts';
import type { Vitrina } from './tag.ts';
import type { Traffic } from './traffic.ts';

export interface ShopOptions {
  catalog: readonly Product[];
  customers: readonly Customer[];
  vitrina: Vitrina;
  /** Makes the short-lived token that says who signed in; asked only for a session that did. */
  sign: (customer: Customer, contact?: Contact) => Promise<string>;
  traffic: Traffic;
  /** Where the shop's style sheet, script and icon are. */
  assetsDir: string;
}

/** A small gift shop that knows Vitrina only by its tag and its signed tokens. To be mounted at `/shop`. */
export function createShop({ catalog, customers: everybody, vitrina, sign, traffic, assetsDir }: ShopOptions) {
  const catalogue = openCatalogue(catalog);
  const customers = new Map(everybody.map((customer) => [customer.id, customer]));
  const assets = openAssets(assetsDir);
  const page = layout({ assets, vitrina, traffic, customers, sign });

  // What never changes goes out without asking who is there.
  const shop = new Hono<ShopEnv>().route('/', assets.app).route('/', pictures(catalogue));
  shop.use(trimTrailingSlash(), strictHeaders(vitrina.origin), csrf(), language, sessions());
  for (const pages of [
    homePage({ catalogue, page }),
    searchPage({ catalogue, page }),
    categoryPage({ catalogue, page }),
    productPage({ catalogue, page }),
    cartPage({ catalogue, page }),
    checkoutPages({ catalogue, page, customers, sign }),
    accountPage({ customers, page }),
    finderPage({ page }),
    choices({ page, traffic }),
  ]) {
    shop.route('/', pages);
  }
  return shop.all('*', (c) => {
    const texts = c.get('texts');
    return page(c, {
      title: texts.notFound,
      status: 404,
      main: html`<h1>${texts.notFound}</h1><p>${texts.notFoundText}</p><p><a class="button" href="${SHOP}">${texts.keepShopping}</a></p>`,
    });
  });
}

/** As strict as a careful owner would have it, so that the demo proves that Vitrina works there. */
const strictHeaders = (origin: string) => {
  const collector = origin ? [origin] : [];
  return secureHeaders({
    // Of the whole host: not for the shop to say.
    strictTransportSecurity: false,
    // The stricter default would send forms with `Origin: null`, and hide the shop's own pages from each other.
    referrerPolicy: 'strict-origin-when-cross-origin',
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", NONCE, ...collector],
      connectSrc: ["'self'", ...collector],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  });
};
