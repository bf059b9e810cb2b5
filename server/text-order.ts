/** By code unit, as SQLite and every runtime would; never by locale. */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
