import type { Page } from '@playwright/test';
import { z } from 'zod';

const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds: when, how long, and how long of that on the processor. */
      ts: z.number(),
      dur: z.number().default(0),
      tdur: z.number().default(0),
      args: z.unknown(),
    }),
  ),
});

/**
 * Starts a trace; the function it returns ends that, and gives the milliseconds of processor time of each task in which
 * scripts of `origin` ran, and of those scripts alone. Of the processor, since by the clock a busy machine makes any task long.
 */
export async function traceCosts(page: Page, origin: string) {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'],
  });

  return async function costs(): Promise<{ tasks: number[]; scripts: number }> {
    const { traceEvents } = Trace.parse(JSON.parse((await browser.stopTracing()).toString()));
    const scripts = traceEvents.filter(({ name }) => /^(EvaluateScript|FunctionCall|v8\.)/.test(name));
    const ours = scripts.filter(({ args }) => JSON.stringify(args ?? {}).includes(`${origin}/`));
    const inner = ours.filter((one) =>
      ours.some(
        (other) =>
          other !== one && other.tid === one.tid && other.ts <= one.ts && other.ts + other.dur >= one.ts + one.dur,
      ),
    );
    const outer = ours.filter((one) => !inner.includes(one));
    const tasks = traceEvents
      .filter(({ name }) => name === 'RunTask')
      .filter(({ pid, tid, ts, dur }) =>
        ours.some((one) => one.pid === pid && one.tid === tid && one.ts >= ts && one.ts < ts + dur),
      )
      .map(({ tdur }) => tdur / 1_000);
    return { tasks, scripts: outer.reduce((sum, { tdur }) => sum + tdur / 1_000, 0) };
  };
}
