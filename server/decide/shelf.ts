import { fill, type Language, messagesIn } from '../messages/messages.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { Candidate } from '../recommend/ingredients.ts';
import type { Recommendation } from '../recommend/recommend.ts';
import { cardText } from './card-text.ts';

/**
 * A recommendation as the shelf is told it, `PropsOf<typeof shelf>` as JSON: words and prices are formatted here, so that
 * no page carries a locale.
 */
export function shelfText({ recipe, items }: Recommendation, evidence: Evidence, language: Language): string | null {
  if (!recipe) return null;
  let cards = '';
  for (const { id, reason } of items) {
    const product = evidence.catalog.get(id);
    if (!product) continue;
    cards += `${cards === '' ? '' : ','}${cardText(product, wordReason(reason, language, evidence), language)}`;
  }
  return `{"title":${JSON.stringify(messagesIn(language).shelf[recipe.title])},"items":[${cards}]}`;
}

function wordReason(reason: Candidate['reason'], language: Language, { catalog }: Evidence): string {
  const words = messagesIn(language).reason;
  switch (reason.code) {
    case 'bought-together':
      return fill(words['bought-together'], { product: catalog.get(reason.with)?.name ?? reason.with });
    case 'same-category':
    case 'liked-category':
      return fill(words[reason.code], { category: reason.category });
    case 'popular':
    case 'new':
    case 'new-since':
      return words[reason.code];
    default:
      return reason satisfies never;
  }
}
