import type { Asked, PropsOf } from '../../widgets/define.ts';
import type { survey } from '../../widgets/survey/definition.ts';
import type { Language } from '../language/languages.ts';
import { saidIn } from './said-in.ts';
import { type Survey, type SurveyQuestion, type SurveyWords, stepsIn } from './survey-draft.ts';

/** What the widget is told in a language, as in the shop. */
export function surveyProps({ questions }: Survey, known: SurveyWords, language: Language): PropsOf<typeof survey> {
  const asked = questions.map((question) => askedIn(question, known, language));
  return { title: asked[0]?.words ?? '', questions: asked, ...known.says[language] };
}

function askedIn({ key, asks, words, only }: SurveyQuestion, known: SurveyWords, language: Language): Asked {
  const told = {
    key,
    words: saidIn(words, language),
    only: only ? { ...only, values: only.values.map(String) } : undefined,
  };
  const scale = known.usual.find((one) => one.asks === asks)?.scale;
  if (!scale) return { ...told, type: 'text', choices: [] };
  const choices = stepsIn(asks, known)
    .map(String)
    .map((value) => ({ value, words: value }));
  return { ...told, type: 'scale', choices, ends: [saidIn(scale.low, language), saidIn(scale.high, language)] };
}
