/** A module of ours; nothing where it cannot be had. */
export function load<T>(address: string): Promise<T | undefined> {
  return import(address).catch(() => undefined);
}
