import type { Campaign } from '../campaigns/campaign.ts';
import type { SurveyQuestion } from '../campaigns/survey.ts';
import { readInParts } from '../earnings/read-in-parts.ts';
import { Problem } from '../problem.ts';
import { personNames } from '../profit/person-names.ts';
import type { Words } from '../questions/question.ts';
import type { Store } from '../store/store.ts';
import type { ShopWithResults } from './load-doings.ts';
import { type QuestionFigures, type SurveyAnswer, surveyFigures } from './survey-figures.ts';

/** What a campaign's survey was answered. */
export interface SurveyResults {
  /** How often it was seen; and people who answered at least one of its questions. */
  seen: number;
  answered: number;
  questions: (QuestionFigures & { words: Words })[];
}

/** Null where a campaign asks nothing. Throws a `Problem` for one that is none. */
export async function surveyResults(
  id: string,
  { campaigns, results, save, store }: Pick<ShopWithResults, 'campaigns' | 'results' | 'save' | 'store'>,
): Promise<SurveyResults | null> {
  const campaign = campaigns.current.get(id);
  if (!campaign) throw new Problem(404, 'unknown-campaign', `There is no campaign "${id}".`);
  const asked = askedBy(campaign);
  if (asked.length === 0) return null;
  await save();
  await results.refreshed();
  const answers = await answersTo(id, store);
  const words = new Map(asked.map((question) => [question.key, question.words]));
  const figures = surveyFigures(asked, answers);
  const [[seen] = []] = await store.all('SELECT sum(views) FROM campaign_days WHERE campaign = ?', [id]);
  return {
    seen: Number(seen ?? 0),
    answered: new Set(answers.map(({ person }) => person)).size,
    questions: figures.map((one) => ({ ...one, words: words.get(one.key) ?? {} })),
  };
}

/** Each question once, as the first variant that asks it words it. */
function askedBy({ variants }: Campaign): SurveyQuestion[] {
  const asked = new Map<string, SurveyQuestion>();
  for (const { content } of variants)
    if (content.widget === 'survey')
      for (const question of content.questions) if (!asked.has(question.key)) asked.set(question.key, question);
  return [...asked.values()];
}

async function answersTo(campaign: string, store: Pick<Store, 'all'>): Promise<SurveyAnswer[]> {
  const answers: SurveyAnswer[] = [];
  await readInParts(
    { columns: ['visitor', 'at', 'question', 'value'], sql, params: [campaign] },
    ([visitor, at, question, value]) => {
      const of = String(visitor);
      answers.push({ visitor: of, person: of, at: Number(at), question: String(question), value: String(value) });
    },
    store,
  );
  const persons = await personNames([...new Set(answers.map(({ visitor }) => visitor))], store);
  for (const answer of answers) answer.person = persons.get(answer.visitor) ?? answer.visitor;
  return answers;
}

// Answers have an index of their own, by time.
const sql =
  "SELECT visitor, at, body ->> '$.answer.question' AS question, body ->> '$.answer.value' AS value FROM log " +
  "WHERE name = 'answer' AND body ->> '$.shown.campaign' = ? ORDER BY at";
