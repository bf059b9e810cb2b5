import { Component, type TargetedMouseEvent, type TargetedSubmitEvent } from 'preact';
import type { Asked } from './define.ts';
import { nextQuestion } from './next-question.ts';

interface Props {
  questions: readonly Asked[];
  send: string;
  later: string;
  thanks: string;
  putOff: string;
  /** To go past a question after another one was answered; where there is none, nothing more is asked. */
  skip?: string;
}

interface State {
  place: number;
  said: Record<string, string>;
  /** "Not now" was pressed. */
  isPutOff: boolean;
}

/** One question at a time, in a box that stays as it is; then thanks. */
export class Questions extends Component<Props, State> {
  override state: State = { place: 0, said: {}, isPutOff: false };

  override render({ questions, send, later, thanks, putOff, skip }: Props, { place, said, isPutOff }: State) {
    const question = isPutOff ? undefined : questions[place];
    if (!question) {
      return (
        <section key="end" tabIndex={-1} role="status">
          <h2>{isPutOff ? putOff : thanks}</h2>
        </section>
      );
    }
    const { key, type, words, choices, ends } = question;
    const isBegun = skip && Object.keys(said)[0];
    return (
      // Anew for each question: what only moved would be a shift of the page.
      <section key={key} tabIndex={-1} aria-label={words}>
        <h2 id="words">{words}</h2>
        <form onSubmit={this.answer}>
          {/* What does not fit is scrolled here, so that what to press is always in sight. */}
          <div class={type} {...(type === 'scale' && { role: 'radiogroup', 'aria-labelledby': 'words' })}>
            {choices.map(({ value, words }, step) =>
              type === 'choice' ? (
                <button type="submit" value={value}>
                  {words}
                </button>
              ) : (
                <label>
                  <input
                    type={type === 'scale' ? 'radio' : 'checkbox'}
                    name="answer"
                    value={value}
                    required={type === 'scale'}
                    aria-label={meaning(words, step, question)}
                  />
                  {words}
                </label>
              ),
            )}
            {!choices[0] &&
              (skip && type === 'text' ? (
                <textarea name="answer" rows={2} maxLength={1000} required aria-labelledby="words" />
              ) : (
                <input type={type} name="answer" step="any" maxLength={200} required aria-labelledby="words" />
              ))}
          </div>
          {ends && (
            <p aria-hidden="true">
              <span>{ends[0]}</span>
              <span>{ends[1]}</span>
            </p>
          )}
          {type !== 'choice' && (
            <button type="submit" class="send">
              {send}
            </button>
          )}
          {later && (
            <button type="button" class="later" onClick={isBegun ? () => this.goOn(said) : this.putOff}>
              {isBegun ? skip : later}
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
    const { key = '', type } = this.props.questions[this.state.place] ?? {};
    const said = new FormData(form).getAll('answer');
    const chosen = submitter instanceof HTMLButtonElement && submitter.value;
    const answer = type === 'choice' ? chosen : type === 'several' ? said : said[0];
    if (!answer || (Array.isArray(answer) && !answer[0])) return;
    say(form, 'answer', { question: key, answer });
    this.goOn({ ...this.state.said, [key]: String(answer) });
  };

  goOn(said: State['said']) {
    this.setState(({ place }) => ({ said, place: nextQuestion(this.props.questions, place, said) }));
  }

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

/** What is heard of the first and the last step of a scale, beside which it stands for those who see. */
function meaning(words: string, step: number, { ends, choices }: Asked): string | undefined {
  const end = step === 0 ? ends?.[0] : step === choices.length - 1 && ends?.[1];
  return end ? `${words}, ${end}` : undefined;
}

/** Heard by the runtime, which tells the collector. */
function say(from: Element, name: string, params: object) {
  from.dispatchEvent(new CustomEvent('say', { bubbles: true, detail: [name, params] }));
}
