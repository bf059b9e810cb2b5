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
type Span = z.infer<typeof Trace>['traceEvents'][number];

/** Milliseconds on the processor of a page's main thread. By the clock a busy machine makes any task long. */
export interface Costs {
  /** All tasks: scripts, and what the renderer does for them and without them. */
  main: number;
  /** Scripts, whoever's: compiling, modules and the microtasks behind an `await` carry no address. */
  scripts: number;
  /** Scripts that carry an address of `origin`. */
  ours: number;
  /** Each task in which a script of `origin` ran, whole. */
  tasks: number[];
}

/** Starts a trace; the function it returns ends that, and says what `page` has cost since, and `origin` of it. */
export async function traceCosts(page: Page, origin: string) {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'toplevel'],
  });

  return async function costs(): Promise<Costs> {
    const { traceEvents } = Trace.parse(JSON.parse((await browser.stopTracing()).toString()));
    // Browsers have more renderers than pages.
    const address = page.url();
    const home = traceEvents.find(({ name, args }) => name === 'ParseHTML' && says(args, `${address}"`));
    if (!home) throw new Error(`no renderer has parsed ${address}`);
    const main = traceEvents.filter(({ pid, tid, dur }) => pid === home.pid && tid === home.tid && dur > 0);

    const scripts = main.filter(({ name }) => /^(EvaluateScript$|FunctionCall$|v8\.|.*Microtask)/.test(name));
    const ours = scripts.filter(({ args }) => says(args, `${origin}/`));
    const tasks = main.filter(({ name }) => name === 'RunTask');
    return {
      main: onProcessor(tasks),
      scripts: onProcessor(scripts),
      ours: onProcessor(ours),
      tasks: outermost(tasks)
        .filter((task) => ours.some(({ ts }) => ts >= task.ts && ts < task.ts + task.dur))
        .map(({ tdur }) => tdur / 1_000),
    };
  };
}

const says = (args: unknown, words: string) => JSON.stringify(args ?? {}).includes(words);

const onProcessor = (spans: Span[]) => outermost(spans).reduce((sum, { tdur }) => sum + tdur / 1_000, 0);

/** Of one thread: those that lie in no other. */
function outermost(spans: Span[]): Span[] {
  let end = 0;
  return [...spans]
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur)
    .filter(({ ts, dur }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}
