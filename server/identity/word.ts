import type { LogEvent } from '../log/log-event.ts';
import { compare } from '../text-order.ts';

/** What one event says of one edge between a visitor and a key. */
export interface Word {
  event: string;
  visitor: string;
  key: string;
  evidence: string;
  /** ms since 1970. */
  at: number;
  /** False where staff takes the edge back. */
  joins: boolean;
  proof: string | null;
}

export function customerKey(customer: string): string {
  return `customer:${customer}`;
}

export function emailKey(email: string): string {
  return `email:${email.trim().toLowerCase()}`;
}

export function phoneKey(phone: string): string {
  return `phone:${phone.replace(/[^\d+]/g, '')}`;
}

/** The words of an event. A key is verified or it is none: what a visitor typed never gets here. */
export function wordsOf({ id, visitor, at, identity, edges = [], about }: LogEvent): Word[] {
  const said = { event: id, visitor, at };
  const words: Word[] = edges.map(({ key, joins }) => ({ ...said, key, joins, evidence: 'staff', proof: null }));
  if (about !== undefined) words.push({ ...said, key: about, joins: true, evidence: 'told', proof: null });
  if (!identity) return words;
  const { customer, email, phone, evidence, proof = null } = identity;
  const keys = [
    customerKey(customer),
    ...(email === undefined ? [] : [emailKey(email)]),
    ...(phone === undefined ? [] : [phoneKey(phone)]),
  ];
  return [...words, ...keys.map((key) => ({ ...said, key, joins: true, evidence, proof }))];
}

/** The newest word about an edge stands, in whatever order they came: what was joined again after it was taken back, is joined. */
export function newerWord(a: Word | undefined, b: Word): Word {
  if (!a) return b;
  return (a.at - b.at || compare(a.event, b.event)) >= 0 ? a : b;
}
