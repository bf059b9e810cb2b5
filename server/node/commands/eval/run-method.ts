import { setImmediate } from 'node:timers/promises';
import type { Method } from '../../../recommend/evaluation/methods.ts';
import { type Options, type Terminal, textOf, UsageError } from '../command.ts';

/** Runs to the end, says how far it is, and gives way to what waits now and then. Seconds are CPU. */
export async function done<Result>(work: Generator<string | number, Result>, terminal: Terminal) {
  const before = process.cpuUsage();
  let said = performance.now();
  let step = work.next();
  for (; step.done !== true; step = work.next()) {
    if (performance.now() - said < 200) continue;
    said = performance.now();
    terminal.progress(typeof step.value === 'string' ? step.value : `asking: ${Math.round(100 * step.value)} %`);
    await setImmediate();
  }
  const { user, system } = process.cpuUsage(before);
  return { result: step.value, seconds: (user + system) / 1e6 };
}

export function methodIn(options: Options, methods: Readonly<Record<string, Method>>): Method {
  const name = textOf(options, 'method') ?? 'ours';
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!method) throw new UsageError(`There is no method "${name}". There are: ${Object.keys(methods).join(', ')}.`);
  return method;
}

export function countIn(options: Options, name: string, usual: number): number {
  const text = textOf(options, name);
  if (text === undefined) return usual;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`--${name} is a whole number from 1 on.`);
  return count;
}
