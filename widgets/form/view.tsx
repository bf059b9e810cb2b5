import { Component, type TargetedSubmitEvent } from 'preact';
import type { PropsOf } from '../define.ts';
import { form as definition } from './definition.ts';
import { readQuestion } from './read-question.ts';
import css from './view.css';

export { css, definition, readQuestion as readOne };

type Props = PropsOf<typeof definition>;

export function View(props: Props) {
  const [first] = props.questions;
  // Other questions are another form: it begins anew.
  return first ? <Form key={first.key} {...props} /> : null;
}

/** One question at a time, in a box that stays as it is; then thanks. */
class Form extends Component<Props, { place: number }> {
  override state = { place: 0 };

  override render({ questions, send, thanks }: Props, { place }: { place: number }) {
    const question = questions[place];
    if (!question) {
      return (
        <section key="thanks" tabIndex={-1} role="status">
          <h2>{thanks}</h2>
        </section>
      );
    }
    const { key, type, words, choices } = question;
    return (
      // Anew for each question: what only moved would be a shift of the page.
      <section key={key} tabIndex={-1} aria-label={words}>
        <h2 id="words">{words}</h2>
        <form onSubmit={this.answer}>
          {type === 'choice' &&
            choices.map(({ value, words }) => (
              <button type="submit" value={value}>
                {words}
              </button>
            ))}
          {type === 'several' &&
            choices.map(({ value, words }) => (
              <label>
                <input type="checkbox" name="answer" value={value} />
                {words}
              </label>
            ))}
          {!choices[0] && (
            <input type={type} name="answer" step="any" maxLength={200} required aria-labelledby="words" />
          )}
          {type !== 'choice' && (
            <button type="submit" class="send">
              {send}
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
    // Heard by the runtime, which tells the collector.
    form.dispatchEvent(new CustomEvent('say', { bubbles: true, detail: ['answer', { question: key, answer }] }));
    this.setState(({ place }) => ({ place: place + 1 }));
  };

  /** What was pressed is gone: whoever uses the keyboard, or listens, goes on with what stands there now. */
  override componentDidUpdate() {
    if (this.base instanceof HTMLElement) this.base.focus({ preventScroll: true });
  }
}
