import { messages } from '../language/current.ts';

/** A recipe by its name in the panel's language; one of the merchant's own by its id. */
export function recipeName(id: string): string {
  const names: Record<string, string> = messages.value.why.recipes;
  return names[id] ?? id;
}
