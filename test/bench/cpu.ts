import { readFileSync } from 'node:fs';

/** Of Linux' clock ticks; 100 a second on every common architecture. */
const tick = 10_000;

/** Microseconds of CPU that a process has used, and its main thread alone. */
export function cpuOf(pid: number): { all: number; main: number } {
  return { all: used(`/proc/${pid}/stat`), main: used(`/proc/${pid}/task/${pid}/stat`) };
}

/** `utime` and `stime`, fields 14 and 15; the name in field 2 may hold spaces. */
function used(file: string): number {
  const text = readFileSync(file, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tick;
}

/** ms of CPU that the main thread of this process has used, finer than in ticks. */
export function ownCpu(): number {
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ');
  return Number(nanoseconds) / 1e6;
}
