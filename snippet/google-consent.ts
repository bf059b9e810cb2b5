import { PATIENCE, type Tell } from './banner.ts';
import { hearQueue } from './hear-queue.ts';
import type { Purposes } from './protocol.ts';
import type { Pushed } from './queues.ts';

const SIGNALS: Record<keyof Purposes, string[]> = {
  statistics: ['analytics_storage'],
  personalisation: ['personalization_storage'],
  marketing: ['ad_storage', 'ad_user_data', 'ad_personalization'],
};

/** Google Consent Mode v2 (developers.google.com/tag-platform/security/guides/consent). */
export function google(tell: Tell, pushed: Pushed): Promise<void> | undefined {
  const defaults: Record<string, boolean> = {};
  const updates: Record<string, boolean> = {};
  let wait = 0;
  let settle = () => {};

  function purposes(): Purposes {
    const now: Record<string, boolean> = { ...defaults, ...updates };
    const purposes: Purposes = {};
    for (const purpose of ['statistics', 'personalisation', 'marketing'] as const) {
      const said = SIGNALS[purpose].filter((name) => name in now);
      if (said[0]) purposes[purpose] = said.every((name) => now[name]);
    }
    return purposes;
  }

  hearQueue(pushed.dataLayer, (entry) => {
    const [command, kind, signals] = Array.from(Object(entry));
    if (command !== 'consent' || typeof signals !== 'object' || signals === null) return;
    for (const [name, value] of Object.entries(signals)) {
      const isGranted = value === 'granted';
      if (kind === 'update') updates[name] = isGranted;
      // A default may be of some regions only, and a page does not know where it is read: what one of them denies waits.
      else if (name === 'wait_for_update') wait = Math.min(Number(value) || 0, PATIENCE);
      else if (name !== 'region') defaults[name] = isGranted && (defaults[name] ?? true);
    }
    const said = purposes();
    tell(said, kind === 'update' || Object.keys(updates).length > 0 || Object.values(said).includes(true));
    if (kind === 'update') settle();
  });
  if (wait === 0 || Object.keys(updates).length > 0) return;
  return new Promise((resolve) => {
    settle = resolve;
    setTimeout(resolve, wait);
  });
}
