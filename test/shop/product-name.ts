/** Words that keep their capitals. */
const ABBREVIATIONS = new Set(['3D', 'BBQ', 'CD', 'DIY', 'DVD', 'LED', 'TV', 'UFO', 'UK', 'USA', 'USB', 'VIP', 'XL']);
const PROPER = new Set(
  'Amsterdam Babushka Boudicca Charlotte Christmas Easter Edwardian England English France French Halloween Jack London Lola Lolita Mexican Morris Moroccan Murano New Paris Parisian Polaroid Regency Russian Santa Scandinavian Spaceboy Turkish Union Valentine Victorian'.split(
    ' ',
  ),
);

/** `WHITE HANGING HEART T-LIGHT HOLDER` as a shop would print it: `White hanging heart T-light holder`. */
export function productName(description: string): string {
  const words = description
    .replace(/^[*.\s]+|[.,\s]+$/g, '')
    .replace(/\s*,\s*/g, ', ')
    .split(/\s+/);
  const name = words.map(readable).join(' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function readable(word: string): string {
  if (ABBREVIATIONS.has(word) || word !== word.toUpperCase()) return word;
  if (/^T-?LIGHTS?\b/.test(word)) return `T${word.slice(1).toLowerCase()}`;
  // A letter and a figure is a size or a share: S/3, A6, 60CM stays readable, 13CM becomes 13cm.
  if (/^[A-Z]\/?\d+$/.test(word) || word === 'I') return word;
  const lower = word.toLowerCase();
  const capital = lower.charAt(0).toUpperCase() + lower.slice(1);
  return PROPER.has(capital.replace(/[^a-z].*$/i, '')) ? capital : lower;
}
