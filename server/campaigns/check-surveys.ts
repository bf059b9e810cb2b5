import { Problem } from '../problem.ts';
import type { Campaign } from './campaign.ts';
import type { SurveyQuestion } from './survey.ts';

interface Known {
  others: Iterable<Campaign>;
  /** Whether another question than one of a survey has this key. */
  isElsewhere(key: string): boolean;
}

/** Of one key all questions are answered in one way, wherever they are asked. Throws a `Problem` for the first that is not. */
export function checkSurveys(
  { id, variants }: Pick<Campaign, 'id' | 'variants'>,
  { others, isElsewhere }: Known,
): void {
  const kinds = new Map<string, SurveyQuestion['asks']>();
  for (const other of others)
    if (other.id !== id)
      for (const { content } of other.variants) for (const { key, asks } of asked(content)) kinds.set(key, asks);
  for (const [number, { content }] of variants.entries())
    for (const [place, { key, asks }] of asked(content).entries()) {
      if (isElsewhere(key) || (kinds.get(key) ?? asks) !== asks)
        throw new Problem(422, 'key-taken', `"${key}" is asked elsewhere and answered in another way.`, {
          field: `campaign.variants.${number}.content.questions.${place}.key`,
        });
      kinds.set(key, asks);
    }
}

function asked(content: Campaign['variants'][number]['content']): readonly SurveyQuestion[] {
  return content.widget === 'survey' ? content.questions : [];
}
