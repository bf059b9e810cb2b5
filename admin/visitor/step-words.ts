import type { Step } from '../../server/log/receipt.ts';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

interface StepWords {
  key: string;
  words: string;
  /** What it brought or took away; null where counting says nothing. */
  effect: { kind: 'brought' | 'removed' | 'nothing'; text: string } | null;
  note: string | null;
}

/** One step of a recipe in words, other recipes by what `nameOf` calls them. A step that we have no words for is shown by its own name. */
export function stepWords({ name, count, note }: Step, place: number, nameOf: (recipe: string) => string): StepWords {
  const t = messages.value.why;
  const filters: Record<string, string> = t.filters;
  const ingredients: Record<string, string> = t.ingredients;
  const others: Record<string, string> = t.otherSteps;
  const key = `${place} ${name}`;
  const said = note ? t.notes[note] : null;
  const tooFew = /^too-few:(.+)$/.exec(name)?.[1];
  if (tooFew !== undefined) return { key, words: t.tooFew(nameOf(tooFew), count), effect: null, note: said };
  const other = others[name];
  if (other !== undefined) return { key, words: other, effect: null, note: said };
  const filter = filters[name];
  const text = formats.value.number(count);
  if (filter !== undefined) return { key, words: filter, effect: { kind: 'removed', text: `−${text}` }, note: said };
  return {
    key,
    words: ingredients[name] ?? name,
    effect: { kind: count > 0 ? 'brought' : 'nothing', text: count > 0 ? `+${text}` : text },
    note: said,
  };
}
