import { type SurveyQuestion, scales } from '../campaigns/survey.ts';

/** One person's newest answer to one question. */
export interface SurveyAnswer {
  visitor: string;
  person: string;
  /** ms since 1970. */
  at: number;
  question: string;
  /** As `readAnswer` writes it; the empty text took an earlier one back. */
  value: string;
}

export interface ScaleFigures {
  key: string;
  asks: 'nps' | 'csat' | 'ces';
  /** People who answered it. */
  people: number;
  /** How many people chose each step, from the lowest to the highest. */
  steps: { step: number; people: number }[];
  mean: number | null;
  /** Of `nps`: those who chose 9 or 10 less those who chose 6 or less, in percent of all, -100 to 100; of the others null. */
  score: number | null;
  /**
   * Half of the range in which the mean (of `nps` the score) of all whom it could be asked of lies in 95 of 100 surveys of this size,
   * by the normal distribution; null with fewer answers than that holds for.
   */
  margin: number | null;
}

export interface TextFigures {
  key: string;
  asks: 'text';
  people: number;
  /** The newest ones. */
  latest: { visitor: string; at: number; text: string }[];
}

export type QuestionFigures = ScaleFigures | TextFigures;

/** Texts that are told. */
const mostTexts = 20;
/** Answers from which on a mean is near enough to a normal one. */
const enough = 30;

/** What was answered to each question of a survey: of each person what they said last counts, once. `answers`: the oldest first. */
export function surveyFigures(
  questions: readonly Pick<SurveyQuestion, 'key' | 'asks'>[],
  answers: readonly SurveyAnswer[],
): QuestionFigures[] {
  return questions.map(({ key, asks }) => {
    const newest = new Map<string, SurveyAnswer>();
    for (const answer of answers) {
      if (answer.question !== key) continue;
      // The newest ones last.
      newest.delete(answer.person);
      if (answer.value !== '') newest.set(answer.person, answer);
    }
    const said = [...newest.values()];
    if (asks !== 'text')
      return scaleFigures(
        key,
        asks,
        said.map(({ value }) => Number(value)),
      );
    const latest = said.slice(-mostTexts).reverse();
    return {
      ...{ key, asks, people: said.length },
      latest: latest.map(({ visitor, at, value }) => ({ visitor, at, text: value })),
    };
  });
}

function scaleFigures(key: string, asks: ScaleFigures['asks'], said: readonly number[]): ScaleFigures {
  const [low, high] = scales[asks];
  const steps = Array.from({ length: high - low + 1 }, (_, place) => {
    const step = low + place;
    return { step, people: said.filter((one) => one === step).length };
  });
  const worth = asks === 'nps' ? said.map(promoting) : said;
  const ofWorth = meanOf(worth);
  const spread = Math.sqrt(worth.reduce((sum, one) => sum + (one - ofWorth) ** 2, 0) / Math.max(1, worth.length - 1));
  const isSaid = said.length > 0;
  return {
    ...{ key, asks, people: said.length, steps },
    mean: isSaid ? meanOf(said) : null,
    score: isSaid && asks === 'nps' ? ofWorth : null,
    margin: said.length < enough ? null : (1.96 * spread) / Math.sqrt(said.length),
  };
}

/** Percent that one answer adds to the score of all: Reichheld's promoters, passives and detractors (see `scales`). */
function promoting(step: number): number {
  return step >= 9 ? 100 : step <= 6 ? -100 : 0;
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
