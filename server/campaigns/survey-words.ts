import type { Messages } from '../messages/en.ts';
import { type Language, languages, messagesIn } from '../messages/messages.ts';
import type { Words } from '../questions/question.ts';
import { scales } from './survey.ts';

/** What surveys usually ask, by its kind, in every language; of scales the steps, and what their ends mean. */
const usual = (['nps', 'csat', 'ces', 'text'] as const).map((asks) => ({
  ...{ asks, words: inAll((messages) => messages.survey.asks[asks]) },
  scale:
    asks === 'text'
      ? null
      : {
          ...{ from: scales[asks][0], to: scales[asks][1] },
          low: inAll((messages) => messages.survey.ends[asks].low),
          high: inAll((messages) => messages.survey.ends[asks].high),
        },
}));

/** What a survey says beside its questions. */
const says = Object.fromEntries(languages.map((language) => [language, surveySays(language)])) as Record<
  Language,
  ReturnType<typeof surveySays>
>;

/** For whoever writes one. */
export const surveyWords = { usual, says };

export function surveySays(language: Language) {
  const { form, survey } = messagesIn(language);
  const { send, later, thanks, putOff } = form;
  return { send, later, skip: survey.skip, thanks, putOff };
}

function inAll(word: (messages: Messages) => string): Words {
  return Object.fromEntries(languages.map((language) => [language, word(messagesIn(language))]));
}
