import type { PropsOf } from '../../widgets/define.ts';
import * as loan from '../../widgets/loan/view.tsx';
import type { Language } from '../language/languages.ts';
import type { Loan } from './draft.ts';
import type { Preview } from './preview-of.tsx';
import { saidIn } from './said-in.ts';

/** Terms as the server has worked them out, drawn as in the shop. */
export function loanPreview(
  { title, text }: Loan,
  drawn: PropsOf<typeof loan.definition>,
  language: Language,
): Preview {
  const props = { ...drawn, title: saidIn(title, language), text: saidIn(text, language) };
  return { ...loan, label: props.title, key: JSON.stringify(props), view: <loan.View {...props} /> };
}
