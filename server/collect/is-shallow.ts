/** Levels that an event's parameters may have. */
export const deepest = 8;

/** True where objects and arrays lie in each other at most `levels` deep. SQLite refuses JSON below a thousand, and with it the whole group. */
export function isShallow(value: unknown, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}
