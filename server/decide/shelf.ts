import { placeName } from '../acquisition/place-name.ts';
import type { Reason } from '../log/reason.ts';
import { fill, type Language, messagesIn, plural } from '../messages/messages.ts';
import { inLanguage } from '../questions/worded.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { Recipe } from '../recommend/recipe.ts';
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
    cards += `${cards === '' ? '' : ','}${cardText(product, reasonText(reason, language, evidence), language)}`;
  }
  return `{"title":${JSON.stringify(titleOf(recipe, language))},"items":[${cards}]}`;
}

/** The shop's own words, in another language where it has none in this one. */
function titleOf({ title, words }: Recipe, language: Language): string {
  return words[language] ?? (inLanguage(words, language) || messagesIn(language).shelf[title]);
}

/** The reason in words, as JSON. What speaks of one product or category is worded once. */
function reasonText(reason: Reason, language: Language, evidence: Evidence): string {
  const about = aboutOf(reason, evidence);
  const key = `${language} ${reason.code} ${about}`;
  let text = texts.get(key);
  if (text === undefined) {
    text = JSON.stringify(worded(reason, about, language));
    if (texts.size >= remembered) texts.clear();
    texts.set(key, text);
  }
  return text;
}

function worded(reason: Reason, about: string, language: Language): string {
  const words = messagesIn(language).reason;
  switch (reason.code) {
    case 'watched-now':
      return plural(words[reason.code], reason.visitors, language);
    case 'popular-near': {
      const place = placeName(reason.place, language);
      return place === null ? words['popular-nearby'] : fill(words[reason.code], { place });
    }
    default:
      return fill(words[reason.code], { product: about, category: about });
  }
}

const texts = new Map<string, string>();
const remembered = 20_000;

function aboutOf(reason: Reason, { catalog }: Evidence): string {
  switch (reason.code) {
    case 'bought-together':
    case 'viewed-next':
    case 'similar':
      return catalog.get(reason.with)?.name ?? reason.with;
    case 'same-category':
    case 'liked-category':
      return reason.category;
    case 'popular-near':
      return reason.place;
    case 'watched-now':
      return String(reason.visitors);
    case 'popular':
    case 'trending':
    case 'viewed':
    case 'pinned':
    case 'new':
    case 'new-since':
      return '';
    default:
      return reason satisfies never;
  }
}
