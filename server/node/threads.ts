import { Worker } from 'node:worker_threads';
import type { FileTask } from './file-thread.ts';

/** A thread that runs storage tasks, one after the other, in the order in which they were asked. */
export interface Thread {
  ask<Result>(task: FileTask): Promise<Result>;
  end(): Promise<void>;
}

export function startThread(script: URL): Thread {
  const worker = new Worker(script);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let next = 0;
  worker.on('message', ({ id, result, error }: { id: number; result?: unknown; error?: string }) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) caller?.resolve(result);
    else caller?.reject(new Error(error));
  });
  worker.on('error', (error) => {
    for (const caller of waiting.values()) caller.reject(error instanceof Error ? error : new Error(String(error)));
    waiting.clear();
  });
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        worker.postMessage({ id, task });
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
