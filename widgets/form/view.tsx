import type { PropsOf } from '../define.ts';
import fields from '../fields.css';
import asked from '../questions.css';
import { Questions } from '../questions.tsx';
import { readQuestion } from '../read-question.ts';
import { form as definition } from './definition.ts';

export { css, definition, readQuestion as readOne };

const css = fields + asked;

export function View(props: PropsOf<typeof definition>) {
  const [first] = props.questions;
  // Other questions are another form: it begins anew.
  return first ? <Questions key={first.key} {...props} /> : null;
}
