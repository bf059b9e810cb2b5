/** Texts as small numbers, in the order in which they come; 0 is what is not known. */
export interface Codes {
  /** Its number, a new one where it has none. */
  of(text: string | null): number;
  /** Its number, or `unheard`. */
  known(text: string | null): number;
  text(code: number): string | null;
  /** How many there are, what is not known among them. */
  readonly size: number;
  /** All that are known. */
  all(): string[];
}

/** The number of no text. */
const unheard = -1;

export function createCodes(): Codes {
  const codes = new Map<string, number>();
  const texts: (string | null)[] = [null];
  return {
    of: (text) => {
      if (text === null) return 0;
      const known = codes.get(text);
      if (known !== undefined) return known;
      codes.set(text, texts.length);
      return texts.push(text) - 1;
    },
    known: (text) => (text === null ? 0 : (codes.get(text) ?? unheard)),
    text: (code) => texts[code] ?? null,
    get size() {
      return texts.length;
    },
    all: () => [...codes.keys()],
  };
}
