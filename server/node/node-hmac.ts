import { createHmac } from 'node:crypto';
import type { Hmac } from '../identity/hmac.ts';

/** On the spot: Node hands Web Cryptography's to another thread, which takes longer than all else that is done with a token. */
export const nodeHmac: Hmac = async (secret) => (text) => createHmac('sha256', secret).update(text).digest();
