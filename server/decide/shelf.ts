import type { Card, PropsOf } from '../../widgets/define.ts';
import type { shelf } from '../../widgets/shelf/definition.ts';
import type { Reason } from '../log/reason.ts';
import { fill, type Language, messagesIn } from '../messages/messages.ts';
import { formatMoney } from '../money.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { Candidate } from '../recommend/ingredients.ts';
import type { Recommendation } from '../recommend/recommend.ts';

/** A recommendation as the shelf is told it: words and prices are formatted here, so that no page carries a locale. */
export function shelfProps(
  { recipe, items }: Recommendation,
  evidence: Evidence,
  language: Language,
): PropsOf<typeof shelf> | null {
  if (!recipe) return null;
  return {
    title: messagesIn(language).shelf[recipe.title],
    items: items.flatMap((item) => cardOf(item, evidence, language) ?? []),
  };
}

function cardOf({ id, reason }: Candidate, { catalog }: Evidence, language: Language): Card | null {
  const product = catalog.get(id);
  if (!product) return null;
  const { name, url, image, price, currency } = product;
  return {
    id,
    name,
    url,
    image,
    price: price === null || currency === null ? null : formatMoney({ amount: price, currency }, language),
    reason: wordReason(reason, language, (anchor) => catalog.get(anchor)?.name ?? anchor),
  };
}

function wordReason(reason: Reason, language: Language, nameOf: (product: string) => string): string {
  const words = messagesIn(language).reason;
  switch (reason.code) {
    case 'bought-together':
      return fill(words['bought-together'], { product: nameOf(reason.with) });
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
