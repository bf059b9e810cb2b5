import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { fitInSlices } from '../recommend/model/fit-in-slices.ts';
import type { Sessions } from '../recommend/next/sessions.ts';

/** What a thread is started with: one fit, after which it ends. */
export interface FitTask {
  sessions: Sessions;
  kind: 'sessions' | 'baskets';
}

const { sessions, kind } = workerData as FitTask;
// On Linux, and nowhere else, a priority is a thread's. Whoever waits for an answer goes first.
if (process.platform === 'linux') setPriority(19);
const fitted = await fitInSlices()(sessions, kind, new AbortController().signal);
const { targets, weights, sizes } = fitted?.linear ?? {};
const columns = [targets, weights, sizes].flatMap((column) => (column ? [column.buffer as ArrayBuffer] : []));
parentPort?.postMessage(fitted, columns);
