import type { coupon } from '../../widgets/coupon/definition.ts';
import type { PropsOf } from '../../widgets/define.ts';
import type { Content } from '../campaigns/content.ts';
import { type Language, messagesIn } from '../messages/messages.ts';
import { inLanguage } from '../questions/worded.ts';
import type { Ending } from './ending.ts';

/** A code for everybody is in sight at once. One of the visitor's own is not here: it is taken when they ask to see it. */
export function couponFor(
  { title, text, code }: Extract<Content, { widget: 'coupon' }>,
  { decision, language, site, ending }: { decision: string; language: Language; site: string; ending: Ending },
): PropsOf<typeof coupon> {
  return {
    ...ending,
    ...messagesIn(language).coupon,
    title: inLanguage(title, language),
    text: inLanguage(text, language),
    code: code.kind === 'shared' ? code.code : '',
    site,
    decision,
  };
}
