import { quietly } from './quietly.ts';

/** Reads every entry of another tool's queue, those that are there and those that will come; the queue works as before. */
export function overhear(queue: unknown, read: (entry: unknown) => void) {
  if (!isQueue(queue)) return;
  const hear = quietly(read);
  if (Array.isArray(queue)) for (const entry of queue) hear(entry);
  const { push } = queue;
  queue.push = function (...entries) {
    const length = push.apply(this, entries);
    for (const entry of entries) hear(entry);
    return length;
  };
}

interface Queue {
  push(...entries: unknown[]): unknown;
}

const isQueue = (queue: unknown): queue is Queue => typeof Object(queue).push === 'function';
