/** Forms of a text with a number, by CLDR's names. A language gives those that it has; `{n}` stands for the number. */
export interface Plural {
  one: string;
  few?: string;
  many?: string;
  other: string;
}

export const plural = (forms: Plural) => forms;

/** The form that fits the number. */
export function count(language: string, n: number, forms: Plural): string {
  const rule = new Intl.PluralRules(language).select(n);
  const form = (rule === 'one' || rule === 'few' || rule === 'many' ? forms[rule] : undefined) ?? forms.other;
  return form.replace('{n}', n.toLocaleString(language));
}
