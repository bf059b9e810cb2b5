import type { VNode } from 'preact';
import * as coupon from '../../widgets/coupon/view.tsx';
import type { Definition } from '../../widgets/define.ts';
import * as message from '../../widgets/message/view.tsx';
import * as survey from '../../widgets/survey/view.tsx';
import type { Language } from '../language/languages.ts';
import type { Content } from './draft.ts';
import { endingProps } from './ending-props.ts';
import type { Campaigns } from './load-campaigns.ts';
import { messageProps } from './message-props.ts';
import { saidIn } from './said-in.ts';
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

interface Shown {
  content: Content;
  /** When the campaign ends, by the shop's clocks; null for never. */
  until: string | null;
  known: Pick<Campaigns, 'surveys' | 'coupons' | 'clock'>;
  language: Language;
}

/** Null for what cannot be drawn here. */
export function previewOf({ content, until, known, language }: Shown): Preview | null {
  if (content.widget === 'message') {
    const ending = endingProps(content.countdown === true, until, known, language);
    const props = { ...ending, ...messageProps(content, language) };
    return { ...message, label: props.title || props.text, key: keyOf(props), view: <message.View {...props} /> };
  }
  if (content.widget === 'coupon') {
    const { title, text, code, countdown } = content;
    const said = { title: saidIn(title, language), text: saidIn(text, language) };
    const ending = endingProps(countdown === true, until, known, language);
    const words = { ...known.coupons[language], ...said, ...ending, site: '', decision: '' };
    const props = { ...words, code: code.kind === 'shared' ? code.code : '' };
    return { ...coupon, label: props.title || props.text, key: keyOf(props), view: <coupon.View {...props} /> };
  }
  if (content.widget === 'survey') {
    const props = surveyProps(content, known.surveys, language);
    return { ...survey, label: props.title, key: keyOf(props), view: <survey.View {...props} /> };
  }
  return null;
}

/** But for the seconds that a clock has left: what runs is not drawn anew. */
const keyOf = (props: object) => JSON.stringify({ ...props, left: '' });
