import type { Problem } from '../api/problem.ts';
import { messages } from '../language/current.ts';

/** What is wrong with a part of the draft, in words that stand beside it; null where nothing is. */
export type ErrorAt = (path: string) => string | null;

/** `path`: as the server names it, without the `campaign.` before it: `variants.0.content.title`. */
export function errorsOf(problem: Problem | null): ErrorAt {
  const field = problem?.status === 422 ? (problem.field?.replace(/^campaign\./, '') ?? null) : null;
  return (path) => (field !== null && (field === path || field.startsWith(`${path}.`)) ? wordsFor(field) : null);
}

function wordsFor(field: string): string {
  const t = messages.value.campaigns.wrong;
  const known: Record<string, string> = t;
  const names = field.split('.').reverse();
  return names.map((name) => known[name]).find(Boolean) ?? t.other;
}
