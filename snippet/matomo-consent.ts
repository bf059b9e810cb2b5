import type { Tell } from './banner.ts';
import { hearQueue } from './hear-queue.ts';
import type { Pushed } from './queues.ts';

/** Matomo's calls (developer.matomo.org/guides/tracking-consent); those about cookies alone end in the same word. */
const CALL = /^(require|set|remember|forget)(Cookie)?Consent(Given)?$/;

/** What a shop tells Matomo of consent to statistics. */
export function matomo(tell: Tell, pushed: Pushed): undefined {
  const read = (entry: unknown) => {
    const [name] = Array.isArray(entry) ? entry : [];
    const [, verb] = CALL.exec(String(name)) ?? [];
    if (!verb) return;
    // What it has remembered it does not say again.
    const remembered = /mtm_(cookie_)?consent(_removed)?=/.exec(document.cookie);
    const isRequired = verb === 'require';
    tell({ statistics: isRequired ? !!remembered && !remembered[2] : verb !== 'forget' }, !isRequired || !!remembered);
  };

  hearQueue(pushed._paq, read);
  const queue = window._paq;
  const hearTracker = () => hearQueue(window._paq, read);
  // Matomo calls this as it empties the array; the object is there right after.
  if (Array.isArray(queue)) queue.push([() => setTimeout(hearTracker)]);
  else hearTracker();
}
