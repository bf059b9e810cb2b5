/** Where shops leave what they tell other tools, until these have come; those of them that ask for consent first. */
const NAMES =
  'dataLayer _paq __tcfapi Shopify wp_has_consent analytics rudderanalytics posthog _klOnsite _learnq'.split(' ');
const ASKING = 5;

/** Any name may be that of a queue. */
declare const self: Partial<Record<string, unknown>>;

/** Whether somebody on this page may ask for consent. */
export const isAsked = () => NAMES.some((name, place) => place < ASKING && name in window);

/** What was pushed into the queue of this name. */
export type Pushed = Partial<Record<string, unknown[]>>;

/**
 * Keeps what is pushed into others' queues: a library empties its own as it comes, or puts an object in its place, mostly
 * before any module of ours. What it returns looks for queues that have come since, and gives all that was pushed.
 */
export function hearQueues() {
  const pushed: Pushed = {};

  return () => {
    for (const name of NAMES) {
      const queue = self[name];
      if (pushed[name] || !Array.isArray(queue)) continue;
      const { push } = queue;
      const kept = [...queue];
      pushed[name] = kept;
      queue.push = (...calls) => {
        kept.push(...calls);
        return push.apply(queue, calls);
      };
    }
    return pushed;
  };
}
