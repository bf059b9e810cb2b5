import type { Product } from './books.ts';
import { type Category, categories } from './category.ts';
import { hash } from './hash.ts';
import { motifs } from './motifs.ts';
import { wrapText } from './wrap-text.ts';

/** Colours that names mention, as the motif wears them; the first that fits, so the rare ones stand first. */
const colours: readonly (readonly [RegExp, string])[] = [
  [/turquoise|aqua|teal/i, '#3aa6a0'],
  [/\bjade|mint/i, '#63b28a'],
  [/lilac|lavender|amethyst/i, '#a58ac9'],
  [/purple/i, '#8059a8'],
  [/fuschia/i, '#cf3f8e'],
  [/pink|rose\b/i, '#e58aa8'],
  [/red|ruby|strawberry|cherry/i, '#c9413f'],
  [/amber|orange/i, '#e08c3c'],
  [/gold|yellow|lemon/i, '#dfae36'],
  [/green|olive|lime/i, '#5c9a5a'],
  [/blue|navy|sky/i, '#4d86c2'],
  [/chocolate|brown|wood|wicker/i, '#8f6546'],
  [/black|slate/i, '#4a4a52'],
  [/silver|zinc|grey|metal/i, '#9aa3ad'],
  [/ivory|cream/i, '#d9c8a0'],
  [/white|glass|crystal|clear/i, '#c3cfd6'],
];

/** A picture of a product: its department's motif in the product's colour, and its name. The same product, the same picture. */
export function picture({ id, name, category }: Pick<Product, 'id' | 'name' | 'category'>): string {
  const seed = hash(id);
  const hue = hueOf(category);
  const colour = colours.find(([word]) => word.test(name))?.[1] ?? `hsl(${(hue + 180 + (seed % 60)) % 360} 42% 52%)`;
  const tilt = (seed % 13) - 6;
  const lines = wrapText(name, { width: 340, size: 25, lines: 2 });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400" role="img" aria-label="${escaped(name)}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="1" y2="1"><stop stop-color="hsl(${hue} 46% 93%)"/><stop offset="1" stop-color="hsl(${(hue + 24) % 360} 42% 82%)"/></linearGradient>${pattern(name)}</defs>
<rect width="400" height="400" fill="url(#sky)"/>${/spot|polka|dot|stripe/i.test(name) ? '<rect width="400" height="400" fill="url(#pattern)"/>' : ''}
<circle cx="${140 + (seed % 120)}" cy="${110 + ((seed >> 7) % 80)}" r="132" fill="#fff" fill-opacity=".42"/>
<ellipse cx="200" cy="272" rx="96" ry="11" fill="#000" fill-opacity=".08"/>
<g transform="translate(100 66) rotate(${tilt} 100 100)" fill="${colour}" color="${colour}">${motifs[category]}</g>
<g fill="#33302b" font-family="Georgia, 'Times New Roman', serif" font-size="25" text-anchor="middle">${lines.map((line, at) => `<text x="200" y="${(lines.length === 1 ? 344 : 328) + at * 33}">${escaped(line)}</text>`).join('')}</g>
</svg>`;
}

/** Departments stand far from each other on the wheel: neighbours in the list differ by the golden angle. */
const hueOf = (category: Category) => Math.round(categories.indexOf(category) * 137.5 + 20) % 360;

function pattern(name: string): string {
  if (/stripe/i.test(name)) {
    return '<pattern id="pattern" width="40" height="40" patternUnits="userSpaceOnUse" patternTransform="rotate(30)"><path d="M0 0h20v40H0z" fill="#fff" fill-opacity=".3"/></pattern>';
  }
  return '<pattern id="pattern" width="48" height="48" patternUnits="userSpaceOnUse"><circle cx="12" cy="12" r="8" fill="#fff" fill-opacity=".5"/><circle cx="36" cy="36" r="8" fill="#fff" fill-opacity=".5"/></pattern>';
}

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/[^\P{Cc}\n\t]/gu, '');
