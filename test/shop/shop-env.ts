import type { SecureHeadersVariables } from 'hono/secure-headers';
import type { Language, Messages } from './messages/messages.ts';
import type { Session } from './session.ts';

/** What every page of the shop knows of its request. */
export interface ShopEnv {
  Variables: SecureHeadersVariables & { session: Session; language: Language; texts: Messages };
}
