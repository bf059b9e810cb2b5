import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './server/shops/table.ts',
    './server/staff/table.ts',
    './server/keys/table.ts',
    './server/webhooks/table.ts',
    './server/feeds/table.ts',
  ],
  out: './server/store/migrations/directory',
});
