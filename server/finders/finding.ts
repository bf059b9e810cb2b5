import type { Asked } from '../../widgets/define.ts';
import type { Candidate, Finding } from '../../widgets/finder/definition.ts';
import type { Product } from '../catalog/product.ts';
import { fill, type Language, messagesIn, plural } from '../messages/messages.ts';
import { formatMoney } from '../money.ts';
import { inLanguage } from '../questions/worded.ts';
import type { Found } from './find.ts';
import type { Answers, FinderQuestion } from './finder.ts';
import { isTrueOf } from './is-true-of.ts';

interface Said {
  answers: Answers;
  language: Language;
  /** Of the shop. */
  currency: string;
}

/** What was found, in words: the page carries no locale. */
export function findingOf(found: Found, said: Said): Finding {
  const { next, place, of } = found;
  const { language } = said;
  const words = messagesIn(language).finder;
  return {
    question: next && askedOf(next, language),
    skip: next?.optional ? words.skip : '',
    progress: next ? fill(words.progress, { place, of }) : words.done,
    status: statusOf(found, said),
    items: found.items.map((item) => candidateOf(item, said)),
  };
}

function askedOf({ key, words, several, choices }: FinderQuestion, language: Language): Asked {
  return {
    key,
    type: several ? 'several' : 'choice',
    words: inLanguage(words, language),
    choices: choices.map(({ value, words }) => ({ value, words: inLanguage(words, language) })),
  };
}

function statusOf({ items, count, relaxed }: Found, { answers, language }: Said): string {
  const words = messagesIn(language).finder;
  if (Object.values(answers).every((taken) => taken.length === 0)) return words.hint;
  if (items.length === 0) return words.empty;
  const what = relaxed.map((question) => chosenWords(question, answers, language, ' / ')).join(', ');
  const past = relaxed.length === 0 ? '' : fill(count === 0 ? words.none : words.few, { what });
  return [count === 0 ? '' : `${plural(words.count, count, language)}.`, past].filter(Boolean).join(' ');
}

function candidateOf({ product, fits, misses }: Found['items'][number], said: Said): Candidate {
  const { answers, language, currency } = said;
  const words = messagesIn(language).finder;
  const fitting = fits.map((question) => {
    const true_ = question.choices.filter(({ where }) => where.every((one) => isTrueOf(product, one, currency)));
    return chosenWords({ ...question, choices: true_ }, answers, language, ', ');
  });
  const missing = misses.map((question) => chosenWords(question, answers, language, ' / '));
  return {
    ...cardOf(product, language),
    reason: fitting.length === 0 ? '' : fill(words.fits, { what: fitting.join(', ') }),
    but: missing.length === 0 ? '' : fill(words.misses, { what: missing.join(', ') }),
  };
}

function chosenWords({ key, choices }: FinderQuestion, answers: Answers, language: Language, between: string): string {
  const taken = choices.filter(({ value }) => answers[key]?.includes(value));
  return taken.map(({ words }) => inLanguage(words, language)).join(between);
}

function cardOf({ id, name, url, image, price, currency }: Product, language: Language) {
  const formatted = price === null || currency === null ? null : formatMoney({ amount: price, currency }, language);
  return { id, name, url, image, price: formatted };
}
