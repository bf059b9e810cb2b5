import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './server/log/table.ts',
    './server/catalog/table.ts',
    './server/seen/table.ts',
    './server/identity/table.ts',
    './server/profiles/table.ts',
    './server/api/table.ts',
    './server/doctor/table.ts',
    './server/orders/table.ts',
    './server/customers/table.ts',
    './server/profit/table.ts',
    './server/segments/table.ts',
    './server/outbox/table.ts',
    './server/questions/table.ts',
    './server/enrichment/table.ts',
    './server/companies/table.ts',
    './server/search/table.ts',
    './server/decide/table.ts',
    './server/recommend/table.ts',
    './server/finders/table.ts',
    './server/earnings/table.ts',
    './server/occasions/table.ts',
  ],
  out: './server/store/migrations/shop',
});
