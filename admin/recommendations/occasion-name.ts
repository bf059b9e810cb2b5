import { messages } from '../language/current.ts';

/** One of the shop's own goes by the name that it was given. */
export function occasionName(occasion: string): string {
  const names: Record<string, string> = messages.value.occasions.names;
  return names[occasion] ?? occasion;
}
