import { computed, signal } from '@preact/signals';
import { type InferResponseType, parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { expired } from '../api/expired.ts';
import { type Problem, problemFrom } from '../api/problem.ts';
import { language } from '../language/current.ts';
import { formatsFor } from '../language/formats.ts';

type Session = InferResponseType<typeof client.session.$get, 200>;
export type SignedIn = Extract<Session, { state: 'signed-in' }>;

const known = signal<Session | null>(null);

/** Why the session could not be asked for; null where it could. */
export const sessionProblem = signal<Problem | null>(null);

/** Who looks at the panel; `expired` shows the sign-in over the same address, so that one comes back to where one was. */
export const session = computed<Session | null>(() => (expired.value ? { state: 'signed-out' } : known.value));

export const shop = computed(() => (session.value?.state === 'signed-in' ? session.value.shop : null));

/** Numbers and times as this person and this shop write them. */
export const formats = computed(() => formatsFor(language.value, shop.value?.timeZone ?? 'UTC', shop.value?.currency));

export async function loadSession(): Promise<void> {
  try {
    known.value = await parseResponse(client.session.$get());
    sessionProblem.value = null;
    expired.value = false;
  } catch (thrown) {
    sessionProblem.value = problemFrom(thrown);
  }
}

export function enter(signedIn: SignedIn): void {
  known.value = signedIn;
  expired.value = false;
}

export async function signOut(): Promise<void> {
  await client.session.$delete();
  known.value = { state: 'signed-out' };
}

/** The shop's first event has just come in. */
export function heardFirstEvent(at: number): void {
  const now = known.peek();
  if (now?.state !== 'signed-in' || now.shop.firstEventAt !== null) return;
  known.value = { ...now, shop: { ...now.shop, firstEventAt: at } };
}
