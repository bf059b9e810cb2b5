import { setTimeout } from 'node:timers/promises';
import { cpuOf } from './cpu.ts';

const look = 2_000;
/** ms, after which it is measured as it is. */
const longest = 240_000;

/** Waits until a process that nobody asks anything does nothing: what it fits in the background is fitted. */
export async function untilCalm(pid: number): Promise<void> {
  for (let waited = 0; waited < longest; waited += look) {
    const before = cpuOf(pid).all;
    await setTimeout(look);
    if (cpuOf(pid).all - before < (look * 1_000) / 20) return;
  }
}
