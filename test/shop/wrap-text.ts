/** Breaks a text into lines that fit, measured by the widest usual letters of its kind; what is too long ends in `…`. */
export function wrapText(
  text: string,
  { width, size, lines: most }: { width: number; size: number; lines: number },
): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && widthOf(longer) * size <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const cut = lines.slice(0, most);
  return cut.map((line, at) => {
    const isCut = lines.length > most && at === most - 1;
    return !isCut && widthOf(line) * size <= width ? line : ellipsis(line, width / size);
  });
}

function ellipsis(line: string, width: number): string {
  let short = line;
  while (short && widthOf(`${short}…`) > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

/** In ems, on the wide side for any serif face. */
function widthOf(text: string): number {
  let sum = 0;
  for (const character of text) {
    if (/[iljtfI.,:;'’|!() ]/.test(character)) sum += 0.36;
    else if (/[mwMW@…—]/.test(character)) sum += 1;
    else if (/[A-Z0-9&%+]/.test(character)) sum += 0.76;
    else sum += 0.58;
  }
  return sum;
}
