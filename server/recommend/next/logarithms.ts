const logs = Float64Array.from({ length: 8_192 }, (_, value) => Math.log(value));

/** `Math.log` of a count, of which hundreds are asked for an answer. */
export function logOf(count: number): number {
  return count < logs.length ? (logs[count] ?? 0) : Math.log(count);
}
