import type { PropsOf } from '../../widgets/define.ts';
import type { form } from '../../widgets/form/definition.ts';
import type { Step } from '../log/receipt.ts';
import { messagesIn } from '../messages/messages.ts';
import { hasPutOff } from '../profiles/has-put-off.ts';
import { saidOf } from '../profiles/said-of.ts';
import type { Question } from '../questions/question.ts';
import { worded } from '../questions/worded.ts';
import type { Looking } from './looking.ts';

/** More at once is a questionnaire, which nobody asked for. */
const most = 3;

export interface Asking {
  /** Null leaves the shop's own content. */
  props: PropsOf<typeof form> | null;
  /** Keys of what is asked. */
  asked: string[];
  steps: Step[];
}

/**
 * The next questions to which this person has said nothing. An answer that was taken back is a word, too: it is not asked for
 * again. Without consent to personalise nobody is asked, since it may not be known what they have said.
 */
export function ask({ profile, language, now }: Looking, questions: readonly Question[]): Asking {
  if (!profile) return { props: null, asked: [], steps: [{ name: 'unanswered', count: 0, note: 'no-consent' }] };
  if (hasPutOff(profile, now)) {
    return { props: null, asked: [], steps: [{ name: 'unanswered', count: 0, note: 'not-now' }] };
  }
  const said = saidOf(profile);
  const next = questions.filter(({ key }) => !said.has(key)).slice(0, most);
  const steps: Step[] = [
    { name: 'unanswered', count: next.length, note: next.length === 0 ? 'all-answered' : undefined },
  ];
  if (next.length === 0) return { props: null, asked: [], steps };
  const { send, later, thanks, putOff, yes, no } = messagesIn(language).form;
  return {
    props: { questions: next.map((question) => worded(question, language, { yes, no })), send, later, thanks, putOff },
    asked: next.map(({ key }) => key),
    steps,
  };
}
