import type { PropsOf } from '../../widgets/define.ts';
import type { loan } from '../../widgets/loan/definition.ts';
import type { Content } from '../campaigns/content.ts';
import type { Product } from '../catalog/product.ts';
import { instalmentsOf } from '../loan/instalments.ts';
import { fill, type Language, messagesIn, plural } from '../messages/messages.ts';
import { formatMoney } from '../money.ts';
import { inLanguage } from '../questions/worded.ts';

type Loan = Extract<Content, { widget: 'loan' }>;

/** What a product costs in instalments, worked out for each term; null without a price that is left to be lent. */
export function loanFor(
  { title, text, terms, down }: Loan,
  product: Pick<Product, 'price' | 'currency'> | undefined,
  language: Language,
): PropsOf<typeof loan> | null {
  const { price = null, currency = null } = product ?? {};
  if (price === null || currency === null) return null;
  const atOnce = Math.round((price * down) / 100);
  if (price - atOnce <= 0) return null;
  const words = messagesIn(language).loan;
  const money = (amount: number) => formatMoney({ amount, currency }, language);
  const offers = terms.map(({ months, rate }) => {
    const { monthly, last, total } = instalmentsOf({ principal: price - atOnce, months, rate });
    const told = {
      count: months,
      monthly: money(monthly),
      last: money(last),
      rate: percents[language].format(rate / 100),
    };
    const parts = fill(last === monthly || months === 1 ? words.equal : words.parts, told);
    const whole = { total: money(atOnce + total), cost: money(atOnce + total - price) };
    return {
      months: String(months),
      terms: plural(words.months, months, language),
      monthly: fill(words.monthly, told),
      parts: atOnce > 0 ? fill(words.down, { amount: money(atOnce), parts }) : parts,
      total: fill(atOnce + total > price ? words.total : words.free, whole),
    };
  });
  const lines = (of: keyof (typeof offers)[number]) => offers.map((offer) => offer[of]).join('\n');
  return {
    title: inLanguage(title, language),
    text: inLanguage(text, language),
    unit: words.unit,
    months: lines('months'),
    terms: lines('terms'),
    monthly: lines('monthly'),
    parts: lines('parts'),
    total: lines('total'),
  };
}

const percent = { style: 'percent', maximumFractionDigits: 2 } as const;
const percents: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat('en', percent),
  uk: new Intl.NumberFormat('uk', percent),
  ro: new Intl.NumberFormat('ro', percent),
  ru: new Intl.NumberFormat('ru', percent),
};
