import { type Context, Hono } from 'hono';
import type { PlaceWords } from './acquisition/region.ts';
import { adminRoutes } from './admin.ts';
import { apiRoutes } from './api/routes.ts';
import { type Assets, assetRoutes } from './assets.ts';
import { createCookielessNames } from './collect/cookieless.ts';
import { handoverRoutes } from './collect/handover.ts';
import { createOneWay } from './collect/one-way.ts';
import { createPageMemory } from './collect/page-memory.ts';
import { collectRoutes } from './collect/route.ts';
import { couponOperations } from './coupons/operations.ts';
import { couponRoute } from './coupons/route.ts';
import type { FeedJob } from './feeds/feed-job.ts';
import { findingRoutes } from './headless/finder.ts';
import { findingOperations } from './headless/finder-operations.ts';
import { headlessOperations } from './headless/operations.ts';
import { headlessRoutes } from './headless/routes.ts';
import { pixelRoutes } from './install/pixel.ts';
import { firstEvent } from './install/routes.ts';
import { createLimits } from './limits/limits.ts';
import { meOperations } from './me/operations.ts';
import { meRoutes } from './me/routes.ts';
import { orderFormOperations } from './order-form/operations.ts';
import { orderFormRoute } from './order-form/route.ts';
import type { Outbox } from './outbox/outbox.ts';
import { overlayOperations } from './overlay/operations.ts';
import { overlayRoutes } from './overlay/route.ts';
import { previewOperations } from './preview/operations.ts';
import { previewRoute } from './preview/route.ts';
import { answerProblem, Problem } from './problem.ts';
import { allShops } from './shops/shops.ts';
import type { ShopsAtWork } from './shops-at-work.ts';
import type { Passwords } from './staff/passwords.ts';
import { createThrottle } from './staff/throttle.ts';
import type { Store } from './store/store.ts';
import { webhookOperations, webhookRoutes } from './webhooks/routes.ts';

/** What a runtime gives. Nothing else in the app knows where it runs. */
export interface Deps {
  /** ms since 1970. */
  now(): number;
  directory: Store;
  shops: ShopsAtWork;
  passwords: Passwords;
  assets: Assets;
  feeds: FeedJob;
  outbox: Outbox;
  addressOf(c: Context): string;
  /** How many times what `rates` says is allowed; 0 for no limits. */
  rateLimits: number;
  placeOf(c: Context): PlaceWords;
  /** Work that no answer waits for. */
  later(work: Promise<unknown>): void;
  /** An error that is nobody's fault but ours. */
  failed(error: unknown): void;
}

export function createApp(deps: Deps) {
  const { now, directory, shops } = deps;
  const limits = createLimits(now, deps.rateLimits);
  const openShop = shops.get;
  const names = createCookielessNames(now);

  return new Hono()
    .onError((error, c) => {
      if (error instanceof Problem) return answerProblem(c, error);
      if (isHttpException(error))
        return answerProblem(c, new Problem(error.status === 400 ? 400 : 500, 'bad-request', error.message));
      deps.failed(error);
      return answerProblem(
        c,
        new Problem(500, 'internal', 'Something failed on our side. Nothing of this request was kept.'),
      );
    })
    .notFound((c) => answerProblem(c, new Problem(404, 'not-found', `There is nothing at ${c.req.path}.`)))
    .get('/healthz', async (c) => {
      await directory.all('SELECT 1', []);
      return c.json({ ok: true });
    })
    .route('/', handoverRoutes({ ...deps, openShop, limits }))
    .route(
      '/',
      collectRoutes({
        ...deps,
        openShop,
        limits,
        names,
        pages: createPageMemory(),
        oneWay: createOneWay(),
      }),
    )
    .route('/', meRoutes({ ...deps, openShop, limits }))
    .route('/', findingRoutes({ ...deps, openShop, limits }))
    .route('/', overlayRoutes({ ...deps, openShop, limits }))
    .route('/', previewRoute({ ...deps, openShop, limits }))
    .route('/', couponRoute({ ...deps, openShop, limits }))
    .route('/', orderFormRoute({ ...deps, openShop, limits }))
    .route('/', headlessRoutes({ ...deps, openShop, limits, names }))
    .route(
      '/',
      apiRoutes({ ...deps, openShop, limits }, [
        ...headlessOperations,
        ...meOperations,
        ...findingOperations,
        ...overlayOperations,
        ...couponOperations,
        ...previewOperations,
        ...orderFormOperations,
        ...webhookOperations,
      ]),
    )
    .route('/v1/webhooks', webhookRoutes({ ...deps, openShop, limits }))
    .route(
      '/admin/api',
      adminRoutes({
        ...deps,
        openShop,
        throttle: createThrottle(now),
        // Signing in does not wait for a shop that is still taking in its log.
        firstEventAt: async (key) => {
          const shop = shops.ifOpen(key);
          return (shop && (await firstEvent(shop.store))?.at) ?? null;
        },
        firstShop: async () => {
          const [shop] = await allShops(directory);
          if (!shop) throw new Problem(500, 'no-shop', 'There is no shop yet.');
          return shop.key;
        },
      }),
    )
    .route('/', pixelRoutes(deps.assets))
    .route('/', assetRoutes(deps.assets));
}

function isHttpException(error: Error): error is Error & { status: number } {
  return 'status' in error && 'getResponse' in error;
}
