import type { PropsOf } from '../../widgets/define.ts';
import type { message } from '../../widgets/message/definition.ts';
import type { Content } from '../campaigns/content.ts';
import type { Language } from '../messages/messages.ts';
import { inLanguage } from '../questions/worded.ts';
import type { Ending } from './ending.ts';

/** The merchant's words in the visitor's language. */
export function messageFor(
  { title, text, image, button }: Extract<Content, { widget: 'message' }>,
  language: Language,
  ending: Ending,
): PropsOf<typeof message> {
  const { left, waited, ends, lasts, days } = ending;
  return {
    left,
    waited,
    ends,
    lasts,
    days,
    title: inLanguage(title, language),
    text: inLanguage(text, language),
    image: image ?? '',
    button: button ? inLanguage(button.words, language) : '',
    url: button?.url ?? '',
  };
}
