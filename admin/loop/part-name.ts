import type { LoopReport } from '../../server/loop/loop-report.ts';
import type { Mark } from '../../server/loop/process.ts';
import { slotName } from '../earnings/names.ts';
import { messages } from '../language/current.ts';
import { inLanguage } from '../questions/in-language.ts';

/** What a part is of, in words; a part of which nothing is to be said has none. */
export function partName(
  mark: Mark,
  of: string,
  { names, questions }: Pick<LoopReport, 'names' | 'questions'>,
): string {
  const t = messages.value.loop;
  const known = names[of];
  if (known !== undefined) return known;
  switch (mark) {
    case 'entered':
    case 'left':
      return t.gone(of.slice(-6));
    case 'acted':
      return (t.deeds as Record<string, string>)[of] ?? of;
    case 'answered':
      return questions[of] ? inLanguage(questions[of]) : of;
    default:
      if (of.startsWith('campaign:')) return t.gone(of.slice('campaign:'.length));
      return of.startsWith('slot:') ? slotName(of.slice('slot:'.length)) : of;
  }
}
