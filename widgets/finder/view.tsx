import { Component, type TargetedSubmitEvent } from 'preact';
import { ask } from '../ask.ts';
import type { PropsOf } from '../define.ts';
import fields from '../fields.css';
import { readQuestion } from '../read-question.ts';
import { finder as definition, type Finding } from './definition.ts';
import { Results } from './results.tsx';
import own from './view.css';

export { css, definition, readQuestion as readOne };

const css = fields + own;

type Props = PropsOf<typeof definition>;
/** Question -> the choices that were taken, in the order in which they were; none where it was passed over. */
type Answers = Record<string, string[]>;

interface State {
  answers: Answers;
  /** What was found last; the first question before anything was. */
  finding: Finding | undefined;
  /** How often something was found: what stands there is drawn anew, since what only moved would be a shift of the page. */
  turn: number;
  isBusy: boolean;
  isFailed: boolean;
}

export function View(props: Props) {
  const [first] = props.questions;
  // Another first question is another finder: it begins anew.
  return first ? <Finder key={first.key} {...props} find={findIn(props)} /> : null;
}

export type Find = (answers: Answers) => Promise<Finding>;

type FinderProps = Props & {
  /** Where products are looked for. */
  find: Find;
};

export class Finder extends Component<FinderProps, State> {
  override state: State = { answers: {}, finding: undefined, turn: 0, isBusy: false, isFailed: false };
  #asked = 0;

  override render(words: FinderProps, { answers, finding, turn, isBusy, isFailed }: State) {
    const { questions, skip, progress, status } = words;
    const { question, ...found } = finding ?? { question: questions[0] ?? null, skip, progress, status, items: [] };
    const several = question?.type === 'several';
    const hasAnswers = Object.keys(answers)[0];
    return (
      <section aria-label={words.title} aria-busy={isBusy}>
        <header>
          <h2>{words.title}</h2>
          <span>{question && found.progress}</span>
        </header>
        <form key={turn} onSubmit={this.answer}>
          <h3 id="words" tabIndex={-1}>
            {question ? question.words : words.done}
          </h3>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not scroll in every browser. */}
          <div role="group" aria-labelledby="words">
            {question?.choices.map(({ value, words }) =>
              several ? (
                <label>
                  <input type="checkbox" name="answer" value={value} />
                  {words}
                </label>
              ) : (
                <button type="submit" value={value}>
                  {words}
                </button>
              ),
            )}
          </div>
          <footer>
            {several && (
              <button type="submit" class="send">
                {words.next}
              </button>
            )}
            {found.skip && (
              <button type="button" onClick={() => question && this.go({ ...answers, [question.key]: [] })}>
                {found.skip}
              </button>
            )}
            {hasAnswers && (
              <button type="button" onClick={this.back}>
                {words.back}
              </button>
            )}
            {hasAnswers && (
              <button type="button" onClick={() => this.go({})}>
                {words.restart}
              </button>
            )}
          </footer>
        </form>
        <p role="status">{isFailed ? words.failed : found.status}</p>
        <Results key={turn} items={found.items} title={found.status} />
      </section>
    );
  }

  answer = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { finding, answers } = this.state;
    const key = (finding ? finding.question : this.props.questions[0])?.key;
    const { submitter } = event;
    const chosen =
      submitter instanceof HTMLButtonElement && submitter.value
        ? [submitter.value]
        : new FormData(event.currentTarget).getAll('answer').map(String);
    if (!key || !chosen[0]) return;
    // Kept of those alone who allow it: the runtime hears it, and the collector goes by their consent.
    const params = { question: `${this.props.finder}_${key}`, answer: chosen };
    this.base?.dispatchEvent(new CustomEvent('say', { bubbles: true, detail: ['answer', params] }));
    void this.go({ ...answers, [key]: chosen });
  };

  back = () => {
    const taken = Object.entries(this.state.answers);
    void this.go(Object.fromEntries(taken.slice(0, -1)));
  };

  async go(answers: Answers) {
    const asked = ++this.#asked;
    this.setState({ isBusy: true, isFailed: false });
    try {
      const finding = await this.props.find(answers);
      if (asked === this.#asked) this.setState(({ turn }) => ({ answers, finding, turn: turn + 1, isBusy: false }));
    } catch {
      if (asked === this.#asked) this.setState({ isBusy: false, isFailed: true });
    }
  }

  /** What was pressed is gone: whoever uses the keyboard, or listens, goes on with the next question. */
  override componentDidUpdate(_: FinderProps, { turn }: State) {
    if (turn === this.state.turn) return;
    const heading = (this.base as Element | null)?.querySelector('h3');
    heading?.focus({ preventScroll: true });
  }
}

function findIn({ site, finder, language, cart }: Props): Find {
  return async (answers) => {
    const response = await ask(
      '/v1/finder',
      {},
      'POST',
      JSON.stringify({ site, finder, language, cart: JSON.parse(cart || '[]'), answers }),
    );
    if (!response.ok) throw response;
    return response.json();
  };
}
