import { Component, type TargetedMouseEvent, type TargetedSubmitEvent } from 'preact';
import type { PropsOf } from '../define.ts';
import fields from '../fields.css';
import { readQuestion } from '../read-question.ts';
import { form as definition } from './definition.ts';
import own from './view.css';

export { css, definition, readQuestion as readOne };

const css = fields + own;

type Props = PropsOf<typeof definition>;

export function View(props: Props) {
  const [first] = props.questions;
  // Other questions are another form: it begins anew.
  return first ? <Form key={first.key} {...props} /> : null;
}

interface State {
  place: number;
  /** "Not now" was pressed. */
  isPutOff: boolean;
}

/** One question at a time, in a box that stays as it is; then thanks. */
class Form extends Component<Props, State> {
  override state = { place: 0, isPutOff: false };

  override render({ questions, send, later, thanks, putOff }: Props, { place, isPutOff }: State) {
    const question = isPutOff ? undefined : questions[place];
    if (!question) {
      return (
        <section key="end" tabIndex={-1} role="status">
          <h2>{isPutOff ? putOff : thanks}</h2>
        </section>
      );
    }
    const { key, type, words, choices } = question;
    return (
      // Anew for each question: what only moved would be a shift of the page.
      <section key={key} tabIndex={-1} aria-label={words}>
        <h2 id="words">{words}</h2>
        <form onSubmit={this.answer}>
          {/* What does not fit is scrolled here, so that what to press is always in sight. */}
          <div>
            {choices.map(({ value, words }) =>
              type === 'choice' ? (
                <button type="submit" value={value}>
                  {words}
                </button>
              ) : (
                <label>
                  <input type="checkbox" name="answer" value={value} />
                  {words}
                </label>
              ),
            )}
            {!choices[0] && (
              <input type={type} name="answer" step="any" maxLength={200} required aria-labelledby="words" />
            )}
          </div>
          {type !== 'choice' && (
            <button type="submit" class="send">
              {send}
            </button>
          )}
          {later && (
            <button type="button" class="later" onClick={this.putOff}>
              {later}
            </button>
          )}
        </form>
      </section>
    );
  }

  answer = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { submitter } = event;
    const { key, type } = this.props.questions[this.state.place] ?? {};
    const said = new FormData(form).getAll('answer');
    const chosen = submitter instanceof HTMLButtonElement && submitter.value;
    const answer = type === 'choice' ? chosen : type === 'several' ? said : said[0];
    if (!answer || (Array.isArray(answer) && !answer[0])) return;
    say(form, 'answer', { question: key, answer });
    this.setState(({ place }) => ({ place: place + 1 }));
  };

  /** The collector remembers it, where it may remember anything of this visitor, and asks nothing for a while. */
  putOff = ({ currentTarget }: TargetedMouseEvent<HTMLButtonElement>) => {
    say(currentTarget, 'slot_dismiss', { question: this.props.questions[this.state.place]?.key });
    this.setState({ isPutOff: true });
  };

  /** What was pressed is gone: whoever uses the keyboard, or listens, goes on with what stands there now. */
  override componentDidUpdate() {
    if (this.base instanceof HTMLElement) this.base.focus({ preventScroll: true });
  }
}

/** Heard by the runtime, which tells the collector. */
function say(from: Element, name: string, params: object) {
  from.dispatchEvent(new CustomEvent('say', { bubbles: true, detail: [name, params] }));
}
