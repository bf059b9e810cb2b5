import type { Asked, PropsOf } from '../../widgets/define.ts';
import type { survey as definition } from '../../widgets/survey/definition.ts';
import type { Content } from '../campaigns/content.ts';
import { type SurveyQuestion, scales } from '../campaigns/survey.ts';
import { surveySays } from '../campaigns/survey-words.ts';
import { type Language, messagesIn } from '../messages/messages.ts';
import { inLanguage, stepsOf } from '../questions/worded.ts';

/** All that may be asked: which question follows on which answer the page knows itself, so that nothing has to be waited for. */
export function surveyFor(
  { questions }: Extract<Content, { widget: 'survey' }>,
  language: Language,
): PropsOf<typeof definition> {
  const asked = questions.map((question) => askedIn(question, language));
  return { title: asked[0]?.words ?? '', questions: asked, ...surveySays(language) };
}

function askedIn({ key, asks, words, only }: SurveyQuestion, language: Language): Asked {
  const told = {
    key,
    words: inLanguage(words, language),
    ...(only && { only: { ...only, values: only.values.map(String) } }),
  };
  if (asks === 'text') return { ...told, type: 'text', choices: [] };
  const { low, high } = messagesIn(language).survey.ends[asks];
  return { ...told, type: 'scale', choices: stepsOf(scales[asks]), ends: [low, high] };
}
