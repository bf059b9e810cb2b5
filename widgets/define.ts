/** What a widget can be told. The view's props, the admin's form and the server's answer all derive from its fields. */
export interface Definition {
  id: string;
  /** Reserved height in CSS px: what the shop's page keeps free, and what the view never exceeds. */
  height: number;
  /** The same on a narrow screen, where that needs another one. */
  narrowHeight?: number;
  fields: Record<string, Field>;
}

/** CSS px up to which a screen is narrow. */
const NARROW = 640;

/** A height on screens of every width: one function for what the shop's page keeps free and for what the view takes. */
export function heightRules({ height, narrowHeight }: Definition, rule: (height: number) => string): string {
  return rule(height) + (narrowHeight ? `@media (max-width:${NARROW}px){${rule(narrowHeight)}}` : '');
}

export type Field =
  /** A line of text that the server has already worded and formatted. */
  | { type: 'text'; default: string }
  /** Product cards. */
  | { type: 'cards'; default: readonly Card[] }
  /** Questions to the visitor. */
  | { type: 'questions'; default: readonly Asked[] };

/** A product as a widget shows it. */
export interface Card {
  id: string;
  name: string;
  url: string;
  image: string | null;
  /** Formatted with its currency, for instance "£2.55"; null where the shop gave none. */
  price: string | null;
  /** Why this product, for instance "Bought with Red Mug". */
  reason: string;
}

/** A question as a widget asks it: `choice` and `scale` are answered with one of the choices, `several` with any of them. */
export interface Asked {
  key: string;
  type: 'text' | 'number' | 'date' | 'choice' | 'several' | 'scale';
  words: string;
  choices: readonly { value: string; words: string }[];
  /** Of a scale: what its first and its last step mean. */
  ends?: readonly [string, string] | undefined;
  /** Asked only where an earlier question was answered with one of these. */
  only?: { key: string; values: readonly string[] } | undefined;
}

/** The props of a view: a property for each field of its definition. */
export type PropsOf<D extends Definition> = {
  [F in keyof D['fields']]: D['fields'][F] extends { type: 'cards' }
    ? readonly Card[]
    : D['fields'][F] extends { type: 'questions' }
      ? readonly Asked[]
      : string;
};
