import type { Attribute, Details } from '../catalog/details.ts';

/** What a feed says of its products beside what every product has. */
export interface Said {
  /** By how many products have it, the first of them, with some of its values. */
  attributes: { name: string; products: number; examples: string[] }[];
  /** How many have categories below their first, and how many are sold in some places only. */
  inPath: number;
  inPlaces: number;
  /** How many name what goes with them, and how many are variants of something. */
  withAccessories: number;
  variants: number;
}

const mostNames = 500;
const shown = 30;
const mostExamples = 3;

export function createTally() {
  const names = new Map<string, { products: number; examples: Set<string> }>();
  let inPath = 0;
  let inPlaces = 0;
  let withAccessories = 0;
  let variants = 0;

  return {
    add: ({ details }: { details: Details | null }) => {
      if (!details) return;
      if (details.path) inPath++;
      if (details.soldIn || details.notSoldIn) inPlaces++;
      if (details.accessories) withAccessories++;
      if (details.variantOf !== undefined) variants++;
      let before = '';
      for (const attribute of details.attributes ?? []) {
        const known = names.get(attribute.name) ?? { products: 0, examples: new Set() };
        if (names.size < mostNames) names.set(attribute.name, known);
        if (attribute.name !== before) known.products++;
        before = attribute.name;
        if (known.examples.size < mostExamples) known.examples.add(textOf(attribute));
      }
    },
    said: (): Said => ({
      attributes: [...names]
        .sort(([, a], [, b]) => b.products - a.products)
        .slice(0, shown)
        .map(([name, { products, examples }]) => ({ name, products, examples: [...examples] })),
      inPath,
      inPlaces,
      withAccessories,
      variants,
    }),
  };
}

function textOf({ value, unit }: Attribute): string {
  return unit === undefined ? String(value) : `${value} ${unit}`;
}
