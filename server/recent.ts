/**
 * A map that stays small by forgetting: at most twice `capacity` entries, of which the `capacity` used last are always there. In two
 * generations, since the oldest entry of a map from which the oldest is taken again and again is slow to find.
 */
export interface Recent<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
  clear(): void;
  /** Forgets what was not used since the last call but one. */
  age(): void;
  readonly size: number;
}

export function createRecent<V>(capacity: number): Recent<V> {
  let young = new Map<string, V>();
  let old = new Map<string, V>();
  const age = () => {
    old = young;
    young = new Map();
  };
  const set = (key: string, value: V) => {
    if (young.size >= capacity && !young.has(key)) age();
    young.set(key, value);
  };
  return {
    get: (key) => {
      const found = young.get(key);
      if (found !== undefined) return found;
      const earlier = old.get(key);
      if (earlier !== undefined) set(key, earlier);
      return earlier;
    },
    set,
    delete: (key) => {
      young.delete(key);
      old.delete(key);
    },
    clear: () => {
      young.clear();
      old.clear();
    },
    age,
    get size() {
      return young.size + old.size;
    },
  };
}
