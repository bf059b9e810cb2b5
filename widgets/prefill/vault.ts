import { forgetOrderForm, keptForm } from '../forget-order-form.ts';
import type { PrefillField } from './definition.ts';
import { mayKeep } from './may-keep.ts';

export type Kept = ReadonlyMap<PrefillField, string>;

/** As it lies on the device. The key opens it here alone: the browser gives it to nobody, scripts of the page included. */
interface Box {
  key: CryptoKey;
  /** Another one each time (NIST SP 800-38D, 8.2). */
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
  /** ms since 1970. */
  at: number;
}

/** ms: a device on which nobody orders for so long forgets. */
const life = 90 * 86_400_000;
const cipher = 'AES-GCM';
const place = 'box';

/**
 * What was typed into the order form on this device by this visitor; nothing where it was another one, who may have signed out, or too long
 * ago: then it is gone for good. `who`: as the collector names them, which is sealed with it.
 */
export async function openVault(who: string, now = Date.now()): Promise<Kept> {
  const box = await inBase<Box | undefined>('readonly', (store) => store.get(place));
  if (!box) return new Map();
  try {
    if (now - box.at > life) throw box.at;
    const opened = await crypto.subtle.decrypt(by(box.iv, who), box.key, box.sealed);
    return new Map(JSON.parse(new TextDecoder().decode(opened)));
  } catch {
    forgetOrderForm();
    return new Map();
  }
}

/** Keeps these words, and nothing else from now on. */
export async function fillVault(who: string, words: Kept, now = Date.now()): Promise<void> {
  const before = await inBase<Box | undefined>('readonly', (store) => store.get(place));
  const key =
    before?.key ?? (await crypto.subtle.generateKey({ name: cipher, length: 256 }, false, ['encrypt', 'decrypt']));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify([...words].filter(([, value]) => mayKeep(value))));
  const sealed = await crypto.subtle.encrypt(by(iv, who), key, text);
  await inBase('readwrite', (store) => store.put({ key, iv, sealed, at: now } satisfies Box, place));
}

const by = (iv: Box['iv'], who: string) => ({ name: cipher, iv, additionalData: new TextEncoder().encode(who) });

/** One step in the device's database, which is closed again, so that it can be dropped at any time. */
function inBase<T>(mode: IDBTransactionMode, step: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(keptForm, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(place);
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const base = opening.result;
      const transaction = base.transaction(place, mode);
      const request = step(transaction.objectStore(place));
      const close = (next: () => void) => () => {
        base.close();
        next();
      };
      transaction.oncomplete = close(() => done(request.result));
      transaction.onabort = close(() => failed(transaction.error));
    };
  });
}
