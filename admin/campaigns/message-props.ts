import type { PropsOf } from '../../widgets/define.ts';
import type { message } from '../../widgets/message/definition.ts';
import type { Language } from '../language/languages.ts';
import type { Content } from './draft.ts';
import { saidIn } from './said-in.ts';

type Message = Extract<Content, { widget: 'message' }>;
type Silent = Pick<PropsOf<typeof message>, 'title' | 'text' | 'image' | 'button' | 'url'>;

/** What the widget is told in a language, but for its clock. */
export function messageProps({ title, text, image, button }: Message, language: Language): Silent {
  const label = button ? saidIn(button.words, language) : '';
  return {
    title: saidIn(title, language),
    text: saidIn(text, language),
    image: image ? grey : '',
    button: label,
    url: label && (button?.url ?? ''),
  };
}

/** In the place of a picture, which the panel loads from nowhere. */
const grey =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 8 8%22%3E%3Cpath fill=%22%23999%22 d=%22M0 0h8v8H0z%22/%3E%3Cpath fill=%22%23ccc%22 d=%22M1 7l2-3 1 1 2-2 1 4z%22/%3E%3C/svg%3E';
