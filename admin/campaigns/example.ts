import { language, messages } from '../language/current.ts';
import { blank, type Draft } from './draft.ts';

/** A campaign that every shop may show as it is, in the words of the panel's language. */
export function example(): Draft {
  const t = messages.value.campaigns;
  const said = (words: string) => ({ [language.value]: words });
  return {
    ...blank,
    name: t.exampleName,
    variants: [
      {
        ...{ id: 'a', weight: 1 },
        content: {
          ...{ widget: 'message', title: said(t.exampleTitle), text: said(t.exampleText), image: null },
          button: { words: said(t.exampleButton), url: '/' },
        },
      },
    ],
  };
}
