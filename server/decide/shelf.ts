import { placeName } from '../acquisition/place-name.ts';
import type { Reason } from '../log/reason.ts';
import { fill, type Language, messagesIn, plural } from '../messages/messages.ts';
import { formatMoney } from '../money.ts';
import { inLanguage } from '../questions/worded.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { Recipe } from '../recommend/recipe.ts';
import type { Recommendation } from '../recommend/recommend.ts';
import { cardText } from './card-text.ts';
import { dayInWords } from './day-in-words.ts';

/** Who reads it: dates are those of the shop's days. */
export interface Reader {
  language: Language;
  timeZone: string;
}

/**
 * A recommendation as the shelf is told it, `PropsOf<typeof shelf>` as JSON: words and prices are formatted here, so that
 * no page carries a locale.
 */
export function shelfText(
  { recipe, items }: Recommendation,
  evidence: Evidence,
  { language, timeZone }: Reader,
): string | null {
  if (!recipe) return null;
  let cards = '';
  for (const { id, reason } of items) {
    const product = evidence.catalog.get(id);
    if (!product) continue;
    cards += `${cards === '' ? '' : ','}${cardText(product, reasonText(reason, { language, timeZone }, evidence), language)}`;
  }
  return `{"title":${JSON.stringify(titleOf(recipe, language))},"items":[${cards}]}`;
}

/** The shop's own words, in another language where it has none in this one. */
export function titleOf({ title, words }: Recipe, language: Language): string {
  return words[language] ?? (inLanguage(words, language) || messagesIn(language).shelf[title]);
}

/** Where what reasons name has its words. */
export type Worded = Pick<Evidence, 'catalog' | 'occasion'>;

/** The reason in words, as JSON. What speaks of the same is worded once. */
export function reasonText(reason: Reason, reader: Reader, shop: Worded): string {
  const about = aboutOf(reason, reader, shop);
  const key = `${reader.language} ${reason.code} ${Object.values(about).join('\n')}`;
  let text = texts.get(key);
  if (text === undefined) {
    text = JSON.stringify(worded(reason, about, reader.language));
    if (texts.size >= remembered) texts.clear();
    texts.set(key, text);
  }
  return text;
}

export function reasonWords(reason: Reason, reader: Reader, shop: Worded): string {
  return worded(reason, aboutOf(reason, reader, shop), reader.language);
}

function worded(reason: Reason, about: Record<string, string>, language: Language): string {
  const words = messagesIn(language).reason;
  if (reason.code === 'watched-now') return plural(words[reason.code], reason.visitors, language);
  if (reason.code === 'gift') return plural(words[reason.code], reason.days, language, about);
  // Of some places we know the code alone.
  return fill(about.place === '' ? words['popular-nearby'] : words[reason.code], about);
}

const texts = new Map<string, string>();
const remembered = 20_000;

/** What stands in the words of the reason. */
function aboutOf(
  reason: Reason,
  { language, timeZone }: Reader,
  { catalog, occasion }: Worded,
): Record<string, string> {
  switch (reason.code) {
    case 'bought-together':
    case 'viewed-next':
    case 'viewed-then-bought':
    case 'accessory':
    case 'bought-later':
    case 'similar':
      return { product: catalog.get(reason.with)?.name ?? reason.with };
    case 'same-category':
    case 'liked-category':
      return { category: reason.category };
    case 'liked-brand':
      return { brand: reason.brand };
    case 'price-dropped': {
      const { currency } = reason;
      const [price, was] = [reason.price, reason.was].map((amount) => formatMoney({ amount, currency }, language));
      return { price: price ?? '', was: was ?? '' };
    }
    case 'due-again':
      return { day: dayInWords(reason.at, language, timeZone) };
    case 'back-in-stock':
      return { day: dayInWords(reason.since, language, timeZone) };
    case 'popular-near':
      return { place: placeName(reason.place, language) ?? '' };
    case 'watched-now':
      return { count: String(reason.visitors) };
    case 'gift':
      return { occasion: nameOf(reason.occasion, occasion, language), count: String(reason.days) };
    case 'liked-price':
    case 'made-room':
    case 'out-of-stock':
    case 'popular':
    case 'trending':
    case 'viewed':
    case 'pinned':
    case 'new':
    case 'new-since':
      return nothing;
    default:
      return reason satisfies never;
  }
}

const nothing = {};

function nameOf(id: string, near: Evidence['occasion'], language: Language): string {
  const own = near?.occasion === id ? near.words : null;
  if (own) return own[language] ?? inLanguage(own, language) ?? id;
  const names: Record<string, string> = messagesIn(language).occasion;
  return names[id] ?? id;
}
