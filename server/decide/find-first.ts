import type { PropsOf } from '../../widgets/define.ts';
import type { finder as widget } from '../../widgets/finder/definition.ts';
import { find } from '../finders/find.ts';
import type { Finder } from '../finders/finder.ts';
import { findingOf } from '../finders/finding.ts';
import { messagesIn } from '../messages/messages.ts';
import { inLanguage } from '../questions/worded.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { Shop } from '../shops/table.ts';
import type { Looking } from './looking.ts';

/** The first question of a finder, with the page's first request; null where nothing tells the products apart. */
export function findFirst(
  finder: Finder,
  { language }: Looking,
  evidence: Evidence,
  { key, currency }: Pick<Shop, 'key' | 'currency'>,
): PropsOf<typeof widget> | null {
  const { question, skip, progress, status } = findingOf(find(finder, {}, evidence, currency), {
    ...{ answers: {}, language, currency },
  });
  if (!question) return null;
  const { back, next, restart, done, failed } = messagesIn(language).finder;
  return {
    ...{ site: key, finder: finder.id, language, title: inLanguage(finder.title, language) },
    ...{ questions: [question], skip, progress, status, back, next, restart, done, failed },
  };
}
