/** As little as text of its size may stand out from what is behind it: WCAG 2.2, 1.4.3. */
const LEAST = 4.5;

/** Background and text of the page, as rules of CSS, where it says both and they can be read together; else nothing. */
export function shopColours(page: Iterable<Pick<CSSStyleDeclaration, 'backgroundColor' | 'color'>>): string {
  for (const { backgroundColor, color } of page) {
    const behind = lightOf(backgroundColor);
    // What lets something shine through says nothing of what that is.
    if (behind === undefined) continue;
    const text = lightOf(color);
    if (text === undefined) break;
    const [low = 0, high = 0] = [behind, text].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05) < LEAST ? '' : `:host{--page:${backgroundColor};--ink:${color}}`;
  }
  return '';
}

/** Relative luminance of an opaque colour, 0 to 1: WCAG 2.2, "relative luminance". */
function lightOf(color: string): number | undefined {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color)?.slice(1);
  return parts
    ?.map((part) => Number(part) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((light, part, place) => light + part * ([0.2126, 0.7152, 0.0722][place] ?? 0), 0);
}
