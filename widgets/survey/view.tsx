import type { PropsOf } from '../define.ts';
import fields from '../fields.css';
import asked from '../questions.css';
import { Questions } from '../questions.tsx';
import { survey as definition } from './definition.ts';
import { readAsked } from './read-asked.ts';
import own from './view.css';

export { css, definition, readAsked as readOne };

const css = fields + asked + own;

export function View(props: PropsOf<typeof definition>) {
  const [first] = props.questions;
  // Other questions are another survey: it begins anew.
  return first ? <Questions key={first.key} {...props} /> : null;
}
