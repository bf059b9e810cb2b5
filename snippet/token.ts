const KEY = 'vitrina';

/** The visitor's token on this device, where no cookie carries it. Callers ask for consent first. */
export function createToken() {
  let token: string | undefined;

  return {
    /** The first touch of `localStorage` blocks for milliseconds, so it happens once, and not before it is needed. */
    read(): string {
      token ??= tried(() => localStorage.getItem(KEY)) ?? '';
      return token;
    },
    keep(next: string) {
      token = next;
      tried(() => localStorage.setItem(KEY, next));
    },
    drop() {
      token = '';
      tried(() => localStorage.removeItem(KEY));
    },
  };
}

/** Touching `localStorage` throws where the visitor has blocked it, or where it is full. */
function tried<T>(touch: () => T): T | undefined {
  try {
    return touch();
  } catch {
    return undefined;
  }
}
