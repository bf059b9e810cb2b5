import type { Rule } from '../../server/segments/rule.ts';
import { messages } from '../language/current.ts';
import type { Known } from '../segments/load-segments.ts';
import { sentence } from '../segments/sentence.ts';
import { wordingOf } from '../segments/wording.ts';

/** For whom a campaign is; a segment by its name alone. */
export function audienceWords(audience: Rule | null, known: Known): string {
  if (audience === null) return messages.value.campaigns.everyone;
  const wording = wordingOf(known);
  return 'segment' in audience ? wording.segmentName(audience.segment) : sentence(audience, wording);
}
