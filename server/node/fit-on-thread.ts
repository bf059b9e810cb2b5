import { Worker } from 'node:worker_threads';
import type { Fitter } from '../recommend/model/fit-in-slices.ts';
import type { Fitted } from '../recommend/next/next-item.ts';
import type { FitTask } from './fit-thread.ts';

const fitThread = new URL('./fit-thread.js', import.meta.url);

/** Fits on a thread that is started for it, one at a time for all shops, so that no visitor waits and one core is left. */
export function fitOnThread(script = fitThread): Fitter {
  let last: Promise<unknown> = Promise.resolve();
  return (sessions, kind, stop) => {
    const fitting = last.then(() => (stop.aborted ? null : fitOnce(script, { sessions, kind }, stop)));
    last = fitting.catch(() => {});
    return fitting;
  };
}

function fitOnce(script: URL, task: FitTask, stop: AbortSignal): Promise<Fitted | null> {
  const { items, starts, times } = task.sessions;
  const columns = [items, starts, times].flatMap((column) => (column ? [column.buffer as ArrayBuffer] : []));
  const worker = new Worker(script, { workerData: task, transferList: columns });
  return new Promise<Fitted | null>((resolve, reject) => {
    const end = () => void worker.terminate();
    stop.addEventListener('abort', end, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      stop.removeEventListener('abort', end);
      resolve(null);
    });
  });
}
