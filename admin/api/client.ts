import { hc } from 'hono/client';
import type { AdminApp } from '../../server/admin.ts';
import { checkedFetch } from './checked-fetch.ts';

export const apiBase = '/admin/api';

/** Everything that the panel may ask, typed by the server's own routes. The header proves that no other site sent the request. */
export const client = hc<AdminApp>(apiBase, { headers: { 'x-vitrina': '1' }, fetch: checkedFetch });
