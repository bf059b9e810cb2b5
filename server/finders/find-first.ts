import type { PropsOf } from '../../widgets/define.ts';
import type { finder as widget } from '../../widgets/finder/definition.ts';
import { type Language, messagesIn } from '../messages/messages.ts';
import { inLanguage } from '../questions/worded.ts';
import type { Shop } from '../shops/table.ts';
import { find, type Shelf } from './find.ts';
import { type Finder, mostInCart } from './finder.ts';
import { findingOf } from './finding.ts';

/** The first question of a finder, with the page's first request; null where nothing tells the products apart. */
export function findFirst(
  finder: Finder,
  language: Language,
  shelf: Shelf,
  { key, currency }: Pick<Shop, 'key' | 'currency'>,
): PropsOf<typeof widget> | null {
  const { question, skip, progress, status } = findingOf(find(finder, {}, shelf, currency), {
    ...{ answers: {}, language, currency },
  });
  if (!question) return null;
  const { back, next, restart, done, failed } = messagesIn(language).finder;
  return {
    ...{
      site: key,
      finder: finder.id,
      language,
      cart: JSON.stringify(shelf.cart.slice(0, mostInCart)),
      title: inLanguage(finder.title, language),
    },
    ...{ questions: [question], skip, progress, status, back, next, restart, done, failed },
  };
}
