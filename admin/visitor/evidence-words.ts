import { messages } from '../language/current.ts';

/** What stands behind something that is known; a source of the shop's own by its name. */
export function evidenceWords(evidence: string): string {
  const words: Record<string, string> = messages.value.evidence;
  return words[evidence] ?? evidence;
}

/** Whose word a trait is: what staff does there is to correct it. */
export function wordOf(source: string): string {
  return source === 'staff' ? messages.value.edits.byStaff : evidenceWords(source);
}
