export interface Token {
  kind: 'word' | 'text' | 'sign' | 'end';
  text: string;
  /** Place in the line. */
  at: number;
}

/** The words, quoted texts and signs of a line, the end among them; a lone `"` is a sign. */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|"((?:[^"\\]|\\.)*)"|([\p{L}\p{N}_.-]+)|(!=|<=|>=|.)/gsu;
  for (const { index, 0: all, 1: quoted, 2: word, 3: sign } of line.matchAll(pattern)) {
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replace(/\\(.)/gs, '$1'), at: index });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at: index });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at: index });
    else if (all.trim() !== '') throw new RangeError(`the letters "${all}" are of no kind`);
  }
  tokens.push({ kind: 'end', text: '', at: line.length });
  return tokens;
}
