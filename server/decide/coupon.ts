import type { coupon } from '../../widgets/coupon/definition.ts';
import type { PropsOf } from '../../widgets/define.ts';
import type { Content } from '../campaigns/content.ts';
import { type Language, messagesIn } from '../messages/messages.ts';
import { inLanguage } from '../questions/worded.ts';
import type { Shop } from '../shops/table.ts';

/** A code for everybody is in sight at once. One of the visitor's own is not here: it is taken when they ask to see it. */
export function couponFor(
  { title, text, code }: Extract<Content, { widget: 'coupon' }>,
  decision: string,
  language: Language,
  { key }: Pick<Shop, 'key'>,
): PropsOf<typeof coupon> {
  return {
    ...messagesIn(language).coupon,
    title: inLanguage(title, language),
    text: inLanguage(text, language),
    code: code.kind === 'shared' ? code.code : '',
    site: key,
    decision,
  };
}
