import type { Bindings } from './bindings.ts';

export { ShopObject } from './shop-object.ts';

interface Env extends Bindings {
  SHOPS: {
    idFromName(name: string): object;
    get(id: object): { fetch(request: Request): Promise<Response> };
  };
}

/** A shop's collector stands on a host name of the shop's own: one host is one object is one writer. */
export default {
  fetch: (request: Request, { SHOPS }: Env) =>
    SHOPS.get(SHOPS.idFromName(new URL(request.url).hostname)).fetch(request),
};
