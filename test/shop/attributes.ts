/** What a product's name says of it; the source's books have no more. Empty where it says nothing. */
export interface Attributes {
  colour: string;
  material: string;
  pieces: string;
}

/** Words as the names have them -> what they mean; the first that is there counts. */
const colours: [RegExp, string][] = [
  [/\b(multi ?colou?r(ed)?|rainbow|assorted colou?rs?)\b/i, 'multicoloured'],
  [/\b(red|scarlet|ruby)\b/i, 'red'],
  [/\bpink\b/i, 'pink'],
  [/\b(blue|navy|turquoise|aqua)\b/i, 'blue'],
  [/\b(green|lime)\b/i, 'green'],
  [/\b(white|ivory|cream)\b/i, 'white'],
  [/\bblack\b/i, 'black'],
  [/\b(silver|grey|gray)\b/i, 'silver'],
  [/\bgold(en)?\b/i, 'gold'],
  [/\b(purple|lilac|lavender|amethyst)\b/i, 'purple'],
  [/\b(yellow|orange)\b/i, 'yellow'],
];
const materials: [RegExp, string][] = [
  [/\b(wood(en)?|bamboo|wicker|rattan)\b/i, 'wood'],
  [/\b(glass|crystal)\b/i, 'glass'],
  [/\b(metal|tin|zinc|enamel|iron|wire|brass)\b/i, 'metal'],
  [/\b(ceramic|porcelain|china|stoneware|terracotta)\b/i, 'ceramic'],
  [/\b(paper|card(board)?)\b/i, 'paper'],
  [/\b(cotton|felt|wool|knitted|fabric|linen|fleece)\b/i, 'textile'],
  [/\b(plastic|acrylic|pvc)\b/i, 'plastic'],
];

export function attributesOf(name: string): Attributes {
  const [, ofSet, packOf] =
    /\b(?:set|pack|box)(?:\s*(?:of|\/))?\s*(\d{1,3})\b|\b(?:s\/|p\/)(\d{1,3})\b/i.exec(name) ?? [];
  const meaning = (all: typeof colours) => all.find(([word]) => word.test(name))?.[1] ?? '';
  return { colour: meaning(colours), material: meaning(materials), pieces: ofSet ?? packOf ?? '' };
}
