import type { LiveEvent, LiveVisitor } from '../../server/live/live-event.ts';

/** What the live page shows at one moment. */
export interface Scene {
  visitors: LiveVisitor[];
  /** Newest first. */
  events: LiveEvent[];
  /** Events a minute, oldest first; the last one is the minute that runs. */
  perMinute: number[];
}

const shown = 50;

/** The scene after these events, which may repeat what it has already; carts come with the next snapshot. */
export function applyEvents<S extends Scene>(scene: S, events: readonly LiveEvent[]): S {
  const known = new Set(scene.events.map(({ id }) => id));
  const fresh = events.filter(({ id }) => !known.has(id) && known.add(id));
  if (fresh.length === 0) return scene;
  const visitors = new Map(scene.visitors.map((visitor) => [visitor.visitor, visitor]));
  for (const event of fresh) {
    const before = visitors.get(event.visitor);
    if (before && before.at > event.at) continue;
    visitors.set(event.visitor, {
      ...present(event),
      company: event.company ?? before?.company ?? null,
      cart: before?.cart ?? { pieces: 0, value: null },
    });
  }
  return {
    ...scene,
    visitors: [...visitors.values()].sort((a, b) => b.at - a.at),
    events: [...fresh, ...scene.events].sort((a, b) => b.at - a.at).slice(0, shown),
    perMinute: scene.perMinute.map((count, place, all) => (place === all.length - 1 ? count + fresh.length : count)),
  };
}

function present({ visitor, who, at, name, path, title, country, company, browser, device, simulated }: LiveEvent) {
  return { visitor, who, at, name, path, title, country, company, browser, device, simulated };
}
