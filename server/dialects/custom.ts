import { asideNames } from '../log/log-event.ts';
import type { Fields, Said } from './said.ts';
import { textOf } from './values.ts';

/**
 * Names that no shop's own words may take: what the snippet says itself, so that it would count twice, and what has a meaning
 * beyond being counted.
 */
const ours = new Set([
  ...['page_view', 'engagement', 'scroll', 'click', 'file_download', 'form_start', 'form_submit', 'form_error'],
  ...['js_error', 'http_error', 'web_vital', 'slot_view', 'slot_click', 'slot_dismiss', 'consent', 'logout', 'said'],
  ...['user_engagement', 'session_start', 'first_visit', 'handover', 'identity_merge', 'identity_unmerge'],
  ...asideNames,
]);
const most = 20;

/** An event of the shop's own: its name in snake_case, and of its details what is plain and no e-mail address. */
export function custom(name: string, fields: Fields): Said | null {
  const snake = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/\W+/g, '_')
    .replace(/^[\d_]+|_+$/g, '')
    .toLowerCase()
    .slice(0, 64);
  if (ours.has(snake) || name.trim() === '') return null;
  // A name in another script than ours is still told.
  if (snake === '') return { name: 'custom', params: { event_name: name.slice(0, 100) } };
  return { name: snake, params: plainOf(fields) };
}

/** Numbers, yes and no, and short texts, the first twenty. */
export function plainOf(fields: Fields): Record<string, string | number | boolean> {
  const plain = Object.entries(fields).flatMap(([key, value]): [string, string | number | boolean][] => {
    if (!/^[\w$-]{1,40}$/.test(key) || fromTagManager.test(key)) return [];
    if (typeof value === 'boolean') return [[key, value]];
    if (typeof value === 'number') return Number.isFinite(value) ? [[key, value]] : [];
    const text = typeof value === 'string' && !value.includes('@') ? textOf(value, 200) : undefined;
    return text === undefined || typed.has(key) ? [] : [[key, text]];
  });
  return Object.fromEntries(plain.slice(0, most));
}

const fromTagManager = /^(gtm\.|event$|ecommerce$|send_to$|via$|identity$)/;
/** Of a form of their own on our wire. */
const typed = new Set(['items', 'currency', 'value', 'transaction_id', 'tax', 'shipping', 'decision']);
