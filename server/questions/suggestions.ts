import type { Messages } from '../messages/en.ts';
import { languages, messagesIn } from '../messages/messages.ts';
import type { Question, QuestionType, Words } from './question.ts';

type Suggested = keyof Messages['questions'];

const types: Record<Suggested, QuestionType> = {
  interests: 'several',
  preferred_channel: 'choice',
  birthday: 'date',
  marital_status: 'choice',
  income: 'choice',
};

/** What shops often ask, worded in every language; of interests a merchant makes their own. */
export const suggestions: readonly Question[] = (Object.keys(types) as Suggested[]).map((key) => ({
  key,
  type: types[key],
  words: inAll((messages) => messages.questions[key].ask),
  choices: Object.keys(messagesIn('en').questions[key].choices).map((value) => ({
    value,
    words: inAll((messages) => (messages.questions[key].choices as Record<string, string>)[value]),
  })),
}));

function inAll(word: (messages: Messages) => string | undefined): Words {
  return Object.fromEntries(languages.map((language) => [language, word(messagesIn(language))]));
}
