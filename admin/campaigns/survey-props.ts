import type { Asked, PropsOf } from '../../widgets/define.ts';
import type { survey } from '../../widgets/survey/definition.ts';
import { type Language, languages } from '../language/languages.ts';
import { type Survey, type SurveyQuestion, type SurveyWords, stepsIn } from './survey-draft.ts';

type Words = SurveyQuestion['words'];

/** What the widget is told in a language, as in the shop. */
export function surveyProps({ questions }: Survey, known: SurveyWords, language: Language): PropsOf<typeof survey> {
  const asked = questions.map((question) => askedIn(question, known, language));
  return { title: asked[0]?.words ?? '', questions: asked, ...known.says[language] };
}

function askedIn({ key, asks, words, only }: SurveyQuestion, known: SurveyWords, language: Language): Asked {
  const told = {
    key,
    words: said(words, language),
    only: only ? { ...only, values: only.values.map(String) } : undefined,
  };
  const scale = known.usual.find((one) => one.asks === asks)?.scale;
  if (!scale) return { ...told, type: 'text', choices: [] };
  const choices = stepsIn(asks, known)
    .map(String)
    .map((value) => ({ value, words: value }));
  return { ...told, type: 'scale', choices, ends: [said(scale.low, language), said(scale.high, language)] };
}

function said(words: Words, language: Language): string {
  const codes = Object.keys(languages) as Language[];
  return [language, ...codes].map((code) => words[code]).find(Boolean) ?? '';
}
