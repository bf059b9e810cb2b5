import directory0000 from './migrations/directory/0000_start.sql';
import directory0001 from './migrations/directory/0001_keys.sql';
import directory0002 from './migrations/directory/0002_feeds.sql';
import shop0000 from './migrations/shop/0000_start.sql';
import shop0001 from './migrations/shop/0001_costs_and_rates.sql';
import shop0002 from './migrations/shop/0002_erased.sql';
import shop0003 from './migrations/shop/0003_segments.sql';
import shop0004 from './migrations/shop/0004_seen_products.sql';
import shop0005 from './migrations/shop/0005_people.sql';
import shop0006 from './migrations/shop/0006_fold_anew.sql';
import shop0007 from './migrations/shop/0007_questions.sql';
import shop0008 from './migrations/shop/0008_forecasts_traits_and_orders.sql';
import shop0009 from './migrations/shop/0009_model.sql';
import shop0010 from './migrations/shop/0010_webhooks.sql';
import shop0011 from './migrations/shop/0011_cost_rules.sql';
import shop0012 from './migrations/shop/0012_orders_anew.sql';
import shop0013 from './migrations/shop/0013_sources.sql';
import shop0014 from './migrations/shop/0014_comparison.sql';
import shop0015 from './migrations/shop/0015_value_fits.sql';
import shop0016 from './migrations/shop/0016_tastes.sql';
import shop0017 from './migrations/shop/0017_recipes.sql';
import shop0018 from './migrations/shop/0018_companies.sql';
import shop0019 from './migrations/shop/0019_product_details.sql';
import shop0020 from './migrations/shop/0020_product_changes.sql';
import shop0021 from './migrations/shop/0021_earnings.sql';
import shop0022 from './migrations/shop/0022_rankings.sql';
import shop0023 from './migrations/shop/0023_finders.sql';
import shop0024 from './migrations/shop/0024_occasions.sql';
import shop0025 from './migrations/shop/0025_instead.sql';
import shop0026 from './migrations/shop/0026_campaigns.sql';
import shop0027 from './migrations/shop/0027_campaign_commons.sql';
import shop0028 from './migrations/shop/0028_coupons.sql';
import shop0029 from './migrations/shop/0029_campaign_fates.sql';
import shop0030 from './migrations/shop/0030_results.sql';
import shop0031 from './migrations/shop/0031_loop.sql';
import shop0032 from './migrations/shop/0032_order_forms.sql';
import shop0033 from './migrations/shop/0033_previews.sql';
import shop0034 from './migrations/shop/0034_alerts.sql';
import type { Statement } from './store.ts';

/**
 * Every change of the two schemas, oldest first, as drizzle-kit wrote them. A name says of which schema it is: where directory
 * and shop share one database, they share the list of what is done.
 */
export const migrations = {
  directory: [
    { name: 'directory/0000_start', sql: directory0000 },
    { name: 'directory/0001_keys', sql: directory0001 },
    { name: 'directory/0002_feeds', sql: directory0002 },
  ],
  shop: [
    { name: 'shop/0000_start', sql: shop0000 },
    { name: 'shop/0001_costs_and_rates', sql: shop0001 },
    { name: 'shop/0002_erased', sql: shop0002 },
    { name: 'shop/0003_segments', sql: shop0003 },
    { name: 'shop/0004_seen_products', sql: shop0004 },
    { name: 'shop/0005_people', sql: shop0005 },
    { name: 'shop/0006_fold_anew', sql: shop0006 },
    { name: 'shop/0007_questions', sql: shop0007 },
    { name: 'shop/0008_forecasts_traits_and_orders', sql: shop0008 },
    { name: 'shop/0009_model', sql: shop0009 },
    { name: 'shop/0010_webhooks', sql: shop0010 },
    { name: 'shop/0011_cost_rules', sql: shop0011 },
    { name: 'shop/0012_orders_anew', sql: shop0012 },
    { name: 'shop/0013_sources', sql: shop0013 },
    { name: 'shop/0014_comparison', sql: shop0014 },
    { name: 'shop/0015_value_fits', sql: shop0015 },
    { name: 'shop/0016_tastes', sql: shop0016 },
    { name: 'shop/0017_recipes', sql: shop0017 },
    { name: 'shop/0018_companies', sql: shop0018 },
    { name: 'shop/0019_product_details', sql: shop0019 },
    { name: 'shop/0020_product_changes', sql: shop0020 },
    { name: 'shop/0021_earnings', sql: shop0021 },
    { name: 'shop/0022_rankings', sql: shop0022 },
    { name: 'shop/0023_finders', sql: shop0023 },
    { name: 'shop/0024_occasions', sql: shop0024 },
    { name: 'shop/0025_instead', sql: shop0025 },
    { name: 'shop/0026_campaigns', sql: shop0026 },
    { name: 'shop/0027_campaign_commons', sql: shop0027 },
    { name: 'shop/0028_coupons', sql: shop0028 },
    { name: 'shop/0029_campaign_fates', sql: shop0029 },
    { name: 'shop/0030_results', sql: shop0030 },
    { name: 'shop/0031_loop', sql: shop0031 },
    { name: 'shop/0032_order_forms', sql: shop0032 },
    { name: 'shop/0033_previews', sql: shop0033 },
    { name: 'shop/0034_alerts', sql: shop0034 },
  ],
} as const satisfies Record<string, readonly Migration[]>;

export interface Migration {
  name: string;
  sql: string;
}

export const createMigrations = 'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY NOT NULL)';
export const doneMigrations = 'SELECT name FROM migrations';

/** The statements that bring a database with these migrations up to date; they belong into one transaction. */
export function pending(all: readonly Migration[], done: ReadonlySet<string>): Statement[] {
  return all
    .filter(({ name }) => !done.has(name))
    .flatMap(({ name, sql }) => [
      ...sql.split('--> statement-breakpoint').map((text) => ({ sql: text.trim(), params: [] })),
      { sql: 'INSERT INTO migrations (name) VALUES (?)', params: [name] },
    ]);
}
