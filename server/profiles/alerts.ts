import type { AlertWord, LogEvent } from '../log/log-event.ts';
import { addSaid, type Said } from './lattice.ts';

/** What somebody wants to be told of products, or has been told: the newest word of each, by `alertKey`. Nothing of an address. */
export type Alerts = Map<string, Said<Alert>>;

export interface Alert extends Pick<AlertWord, 'on' | 'price' | 'currency'> {
  /** It has come to be so. */
  isMet?: true;
}

export function alertKey({ of, product }: Pick<AlertWord, 'of' | 'product'>): string {
  return `${of} ${product}`;
}

export function foldAlert(into: Alerts, { alert, at, id }: LogEvent): void {
  if (!alert) return;
  const { on, price, currency, isMet } = alert;
  const value = { on, ...(price !== undefined && { price, currency }), ...(isMet && { isMet }) } as Alert;
  addSaid(into, alertKey(alert), { at, id, value });
}

export interface ReadAlert extends Alert {
  product: string;
  of: AlertWord['of'];
  /** ms since 1970. */
  at: number;
}

/** What they wait for, or have been told of, the newest first; what was taken back is none. */
export function alertsOf({ alerts }: { alerts: Alerts }): ReadAlert[] {
  return [...alerts]
    .flatMap(([key, { at, value }]) => {
      const space = key.indexOf(' ');
      const of = key.slice(0, space) === 'price' ? ('price' as const) : ('stock' as const);
      return value.on || value.isMet ? [{ ...value, of, product: key.slice(space + 1), at }] : [];
    })
    .sort((a, b) => b.at - a.at);
}
