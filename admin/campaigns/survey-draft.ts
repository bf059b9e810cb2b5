import type { Content } from './draft.ts';
import type { Campaigns } from './load-campaigns.ts';

export type Survey = Extract<Content, { widget: 'survey' }>;
export type SurveyQuestion = Survey['questions'][number];
/** What the server says for whoever writes a survey. */
export type SurveyWords = Campaigns['surveys'];

/** Traits that answers become where nothing else is said. */
const keys = { nps: 'nps', csat: 'satisfaction', ces: 'effort', text: 'reason' } as const;

/** A question as it is usually asked, under a key that none of these has. */
export function newQuestion(
  asks: SurveyQuestion['asks'],
  others: readonly SurveyQuestion[],
  { usual }: SurveyWords,
): SurveyQuestion {
  const taken = new Set(others.map(({ key }) => key));
  const words = usual.find((one) => one.asks === asks)?.words ?? {};
  for (let number = 1; ; number++) {
    const key = number === 1 ? keys[asks] : `${keys[asks]}_${number}`;
    if (!taken.has(key)) return { key, asks, words, only: null };
  }
}

/** What a survey begins with: how likely somebody recommends the shop, and why. */
export function firstSurvey(known: SurveyWords): Survey {
  const first = newQuestion('nps', [], known);
  return { widget: 'survey', questions: [first, newQuestion('text', [first], known)], restDays: 90 };
}

/** The steps of a scale, from the lowest to the highest. */
export function stepsIn(asks: SurveyQuestion['asks'], { usual }: SurveyWords): number[] {
  const scale = usual.find((one) => one.asks === asks)?.scale;
  return scale ? Array.from({ length: scale.to - scale.from + 1 }, (_, step) => scale.from + step) : [];
}
