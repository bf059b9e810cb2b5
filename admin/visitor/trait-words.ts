import type { TraitEdit } from '../../server/profiles/visitor.ts';
import type { Question } from '../../server/questions/question.ts';
import { messages } from '../language/current.ts';
import { answerWords } from '../questions/answer-words.ts';
import { inLanguage } from '../questions/in-language.ts';

export function traitLabel(trait: string, question: Question | null): string {
  const labels: Record<string, string> = messages.value.traits;
  return question ? inLanguage(question.words) : (labels[trait] ?? trait);
}

/** What staff changed, from what into what. */
export function editWords({ trait, before, value, question }: TraitEdit): string {
  const t = messages.value.edits;
  const words = (of: string) => (of === '' ? t.nothing : answerWords(question, of));
  return t.arrow(traitLabel(trait, question), words(before), value === null ? t.undone : words(value));
}
