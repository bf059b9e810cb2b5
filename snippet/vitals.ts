import type { Track } from './auto.ts';
import { onLeaving } from './leaving.ts';
import { navigationEntry } from './navigation-entry.ts';
import { quietly } from './quietly.ts';

/** ms in which shifts make one window: at most between two, and in all (web.dev/articles/cls). */
const BETWEEN = 1_000;
const WINDOW = 5_000;
/** Of so many interactions the slowest may be an accident (web.dev/articles/inp). */
const PER_ACCIDENT = 50;

interface Entry extends PerformanceEntry {
  value?: number;
  hadRecentInput?: boolean;
  interactionId?: number;
}

/** Core Web Vitals of a page load, in ms (CLS: without unit), told as the page is left for the first time. */
export function watchVitals(track: Track) {
  const interactions: Record<number, number> = {};
  let worst = 0;
  let shifted = 0;
  let first = 0;
  let last = 0;

  function observe(type: string, see: (entry: Entry) => void) {
    const observer = new PerformanceObserver(quietly((list) => list.getEntries().forEach(see)));
    const options = { type, buffered: true, durationThreshold: 40 };
    observer.observe(options);
    return observer;
  }
  observe('layout-shift', ({ startTime, value = 0, hadRecentInput }) => {
    if (hadRecentInput) return;
    if (startTime - last > BETWEEN || startTime - first > WINDOW) {
      first = startTime;
      shifted = 0;
    }
    last = startTime;
    shifted += value;
    worst = Math.max(worst, shifted);
  });
  observe('event', ({ interactionId, duration }) => {
    if (interactionId) interactions[interactionId] = Math.max(duration, interactions[interactionId] ?? 0);
  });

  let told = 0;
  onLeaving(() => {
    if (told++) return;
    const { responseStart, activationStart = 0 } = navigationEntry();
    const sinceShown = (time?: number) => time && Math.max(0, Math.round(time - activationStart));
    // The browser has kept these, and makes objects of them only now.
    const timeOf = (type: string) =>
      sinceShown(
        observe(type, () => {})
          .takeRecords()
          .pop()?.startTime,
      );
    const slowest = Object.values(interactions).sort((a, b) => b - a);
    track('web_vital', {
      ttfb: sinceShown(responseStart),
      fcp: timeOf('paint'),
      lcp: timeOf('largest-contentful-paint'),
      cls: Math.round(worst * 1e4) / 1e4,
      inp: slowest[Math.floor(slowest.length / PER_ACCIDENT)],
    });
  });
}
