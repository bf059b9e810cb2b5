import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { alertRoutes } from './alerts/routes.ts';
import type { Assets } from './assets.ts';
import { replayRoutes } from './campaigns/replay-routes.ts';
import { campaignRoutes } from './campaigns/routes.ts';
import type { OpenShop } from './collect/open-shop.ts';
import { companyRoutes } from './companies/routes.ts';
import { couponRoutes } from './coupons/routes.ts';
import { doctorRoutes } from './doctor/routes.ts';
import { earningRoutes } from './earnings/routes.ts';
import { sourceRoutes } from './enrichment/routes.ts';
import { feedRows } from './feeds/feed-rows.ts';
import { type FeedRouteDeps, feedRoutes } from './feeds/routes.ts';
import { finderRoutes } from './finders/routes.ts';
import { htmlRoutes } from './html/routes.ts';
import { installRoutes } from './install/routes.ts';
import { keyRoutes } from './keys/routes.ts';
import { liveRoutes } from './live/routes.ts';
import { loanRoutes } from './loan/routes.ts';
import { loopRoutes } from './loop/routes.ts';
import { orderFormRoutes } from './order-form/routes.ts';
import type { Outbox } from './outbox/outbox.ts';
import { endpointRoutes } from './outbox/routes.ts';
import { previewRoutes } from './preview/routes.ts';
import { Problem } from './problem.ts';
import { profitRoutes } from './profit/routes.ts';
import { questionRoutes } from './questions/routes.ts';
import { resultRoutes } from './results/routes.ts';
import { seenRoutes } from './seen/routes.ts';
import { byExampleRoutes } from './segments/by-example/routes.ts';
import { segmentReplayRoutes } from './segments/replay-routes.ts';
import { segmentRoutes } from './segments/routes.ts';
import { occasionRoutes } from './shelves/occasion-routes.ts';
import { productRoutes } from './shelves/product-routes.ts';
import { recipeRoutes } from './shelves/recipe-routes.ts';
import { shelfRoutes } from './shelves/routes.ts';
import { onlyStaff, type StaffDeps, staffRoutes } from './staff/routes.ts';
import type { Staff } from './staff/table.ts';
import { customerRoutes } from './visitors/customer-routes.ts';
import { visitorRoutes } from './visitors/routes.ts';
import { tasteRoutes } from './visitors/taste-routes.ts';
import { webhookAdminRoutes } from './webhooks/admin.ts';

export interface AdminDeps extends StaffDeps, FeedRouteDeps {
  assets: Assets;
  outbox: Outbox;
  openShop(key: string): Promise<OpenShop | null>;
  /** Work that no answer waits for. */
  later(work: Promise<unknown>): void;
}

/** What the panel may ask, below `/admin/api`. Its type is the panel's contract. */
export function adminRoutes(deps: AdminDeps) {
  const inside = new Hono()
    .use(onlyStaff(deps))
    .use(withShop(deps))
    .route('/alerts', alertRoutes())
    .route('/campaigns/replay', replayRoutes(deps))
    .route('/campaigns/html', htmlRoutes())
    .route('/campaigns/loan', loanRoutes())
    .route('/campaigns', campaignRoutes(deps))
    .route('/catalog/seen', seenRoutes(deps))
    .route('/catalog', feedRoutes(deps))
    .route('/companies', companyRoutes({ ...deps, rowsOf: feedRows }))
    .route('/coupons', couponRoutes())
    .route('/customers', customerRoutes(deps))
    .route('/install', installRoutes(deps))
    .route('/keys', keyRoutes(deps))
    .route('/doctor', doctorRoutes(deps))
    .route('/live', liveRoutes())
    .route('/previews', previewRoutes(deps))
    .route('/loop', loopRoutes(deps))
    .route('/order-form', orderFormRoutes(deps))
    .route('/profit', profitRoutes(deps))
    .route('/questions', questionRoutes())
    .route('/finders', finderRoutes(deps))
    .route('/endpoints', endpointRoutes(deps))
    .route('/results', resultRoutes(deps))
    .route('/segments/by-example', byExampleRoutes(deps))
    .route('/segments/replay', segmentReplayRoutes(deps))
    .route('/segments', segmentRoutes(deps))
    .route('/shelves/products', productRoutes(deps))
    .route('/shelves/recipes', recipeRoutes(deps))
    .route('/shelves/results', earningRoutes())
    .route('/shelves', shelfRoutes(deps))
    .route('/sources', sourceRoutes({ ...deps, rowsOf: feedRows }))
    .route('/taste', tasteRoutes(deps))
    .route('/occasions', occasionRoutes(deps))
    .route('/visitors', visitorRoutes(deps))
    .route('/webhooks', webhookAdminRoutes(deps));
  return new Hono().use(noForgery).route('/', staffRoutes(deps)).route('/', inside);
}

export type AdminApp = ReturnType<typeof adminRoutes>;

/** A page of another site cannot set a header of ours without asking first, and is never allowed to. */
const noForgery = createMiddleware(async (c, next) => {
  const isSafe = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!isSafe && c.req.header('x-vitrina') !== '1')
    throw new Problem(403, 'forged', 'The header x-vitrina: 1 is missing.');
  await next();
  c.header('cache-control', 'no-store');
});

/** The shop that the signed-in person works for. */
function withShop({ openShop }: AdminDeps) {
  return createMiddleware<{ Variables: { staff: Staff; shop: OpenShop } }>(async (c, next) => {
    const shop = await openShop(c.get('staff').shop);
    if (!shop) throw new Problem(404, 'unknown-shop', 'This shop is gone.');
    c.set('shop', shop);
    await next();
  });
}
