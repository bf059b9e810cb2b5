import type { VNode } from 'preact';
import type { Definition } from '../../widgets/define.ts';
import * as message from '../../widgets/message/view.tsx';
import * as survey from '../../widgets/survey/view.tsx';
import type { Language } from '../language/languages.ts';
import type { Content } from './draft.ts';
import { messageProps } from './message-props.ts';
import type { SurveyWords } from './survey-draft.ts';
import { surveyProps } from './survey-props.ts';

/** A widget as it is drawn in the shop. */
export interface Preview {
  /** What the box is called that lies over a page; empty where nothing is said yet. */
  label: string;
  /** Another one draws it anew. */
  key: string;
  view: VNode;
  css: string;
  definition: Definition;
}

/** Null for what cannot be drawn here. */
export function previewOf(content: Content, known: SurveyWords, language: Language): Preview | null {
  if (content.widget === 'message') {
    const props = messageProps(content, language);
    const { View, css, definition } = message;
    return { label: props.title || props.text, key: JSON.stringify(props), view: <View {...props} />, css, definition };
  }
  if (content.widget === 'survey') {
    const props = surveyProps(content, known, language);
    const { View, css, definition } = survey;
    return { label: props.title, key: JSON.stringify(props), view: <View {...props} />, css, definition };
  }
  return null;
}
