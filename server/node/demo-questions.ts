import type { QuestionBook } from '../questions/question-book.ts';
import { suggestions } from '../questions/suggestions.ts';

/** The merchant of the demo shop asks what shops often ask. */
export async function askDemoQuestions(questions: QuestionBook): Promise<void> {
  if (questions.all().length > 0) return;
  for (const question of suggestions) await questions.keep(question);
}
