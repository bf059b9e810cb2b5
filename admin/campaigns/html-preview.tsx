import * as html from '../../widgets/html/view.tsx';
import type { Language } from '../language/languages.ts';
import type { Html } from './draft.ts';
import type { Preview } from './preview-of.tsx';
import { saidIn } from './said-in.ts';

/** The merchant's own HTML as the server has read it, drawn as in the shop. */
export function htmlPreview({ title, height, narrowHeight }: Html, pieces: string, language: Language): Preview {
  const props = { title: saidIn(title, language), pieces, high: String(height), narrowHigh: String(narrowHeight) };
  const { View, css, definition } = html;
  return {
    // What has no name yet is looked at, too.
    label: props.title || ' ',
    key: JSON.stringify(props),
    view: <View {...props} />,
    css,
    definition: { ...definition, height, narrowHeight },
  };
}
