/** Levels that an event's parameters may have. */
export const deepest = 8;

/** True where objects and arrays lie in each other at most `levels` deep. SQLite refuses JSON below a thousand, and with it the whole group. */
export function isShallow(value: unknown, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels <= 0) return false;
  const members = value as Record<string, unknown>;
  for (const name in members) if (!isShallow(members[name], levels - 1)) return false;
  return true;
}
