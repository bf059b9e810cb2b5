import { Component } from 'preact';
import { ask, forget } from '../ask.ts';
import type { PropsOf } from '../define.ts';
import fields from '../fields.css';
import { forgetOrderForm, hasOrderForm } from '../forget-order-form.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnswerRow } from './answer-row.tsx';
import { type Answer, yourData as definition, type Me } from './definition.ts';
import { focus } from './focus.ts';
import { saveFile } from './save-file.ts';
import own from './view.css';

export { css, definition };

const css = fields + own;

type Props = PropsOf<typeof definition>;

interface State {
  /** Not there yet, or not to be had. */
  me: Me | undefined;
  /** The device keeps what was typed into the order form. */
  hasForm: boolean;
  /** What has just happened, by its word. */
  said: 'wait' | 'failed' | 'saved' | 'erased' | 'withdrawn' | '';
  /** Keys of the answer that is being changed, and of the one that was. */
  changing: string;
  changed: string;
  /** What is to be thought about twice. */
  sure: 'erase' | 'withdraw' | '';
}

const unknown: Me = { scope: 'nobody', sections: [], answers: [], canWithdraw: false };
const none = { statistics: false, personalisation: false, marketing: false };

export function View(props: Props) {
  return props.site ? <YourData {...props} /> : null;
}

/** What is known of whoever looks, in a box that stays as it is. */
class YourData extends Component<Props, State> {
  override state: State = { me: undefined, hasForm: false, said: 'wait', changing: '', changed: '', sure: '' };

  override render(words: Props, { me, hasForm, said, changing, changed, sure }: State) {
    const status = (
      <p class="said" role="status" key={said + me?.scope}>
        {said && words[said]}
      </p>
    );
    if (!me)
      return (
        <section key="wait">
          <h2>{words.title}</h2>
          {status}
        </section>
      );
    const answer = me.answers.find(({ key }) => key === changing);
    if (answer)
      return (
        // In the place of all else, and anew: what only moved would be a shift of the page.
        <section key={changing}>
          <h2>{words.answers}</h2>
          <AnswerForm
            answer={answer}
            words={words}
            onCancel={() => this.setState({ changing: '', changed: changing })}
            onAnswer={(value, told) => this.answer(answer, value, told)}
          />
        </section>
      );
    const notes = { nobody: words.nobody, device: words.device, person: words.person, 'sign-in': words.signIn };
    const isOpen = me.scope === 'device' || me.scope === 'person';
    return (
      <section key="all">
        <h2>{words.title}</h2>
        <article class="all" tabIndex={sure ? -1 : 0} aria-label={words.title}>
          <p>{notes[me.scope]}</p>
          {me.answers[0] && <h3>{words.answers}</h3>}
          {me.answers.map((answer) => (
            <AnswerRow
              key={answer.key}
              answer={answer}
              change={words.change}
              isBack={changed === answer.key}
              onChange={() => this.setState({ changing: answer.key, said: '' })}
            />
          ))}
          {me.sections.map(({ title, lines }) => (
            <div>
              <h3>{title}</h3>
              <ul>
                {lines.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            </div>
          ))}
          {hasForm && <p>{words.formKept}</p>}
          {isOpen && !me.sections[0] && !me.answers[0] && <p>{words.nothing}</p>}
        </article>
        {status}
        {sure ? (
          <fieldset class="do" key={sure} tabIndex={-1} aria-labelledby="sure" ref={focus}>
            <p id="sure">{sure === 'erase' ? words.sureErase : words.sureWithdraw}</p>
            {sure === 'erase' && this.button(words.erase, () => this.leave(true, false))}
            {sure === 'withdraw' && isOpen && this.button(words.withdrawAndErase, () => this.leave(true, true))}
            {sure === 'withdraw' && this.button(words.withdraw, () => this.leave(false, true))}
            {this.button(words.keep, () => this.setState({ sure: '' }))}
          </fieldset>
        ) : (
          <div class="do" key={`do${isOpen}`}>
            {isOpen && this.button(words.download, this.download)}
            {isOpen && this.button(words.erase, () => this.setState({ sure: 'erase', said: '' }))}
            {me.canWithdraw && this.button(words.withdraw, () => this.setState({ sure: 'withdraw', said: '' }))}
          </div>
        )}
      </section>
    );
  }

  button(words: string, onClick: () => void) {
    return (
      <button type="button" onClick={onClick}>
        {words}
      </button>
    );
  }

  override componentDidMount() {
    void this.load();
  }

  /** Told anew: perhaps somebody else is here now. */
  override componentDidUpdate(before: Props) {
    if (before !== this.props) void this.load();
  }

  load() {
    return this.attempt(async () => {
      const { site, language } = this.props;
      const response = await ask('/v1/me', { site, language });
      // Of 401 the token opens nothing any more.
      const me: Me = response.status === 401 ? unknown : await read(response).json();
      const hasForm = await hasOrderForm();
      this.setState(({ said }) => ({ me, hasForm, said: isLast(said) ? said : '', changing: '', sure: '' }));
    });
  }

  download = () =>
    this.attempt(async () => {
      const response = await ask('/v1/me/export', { site: this.props.site });
      saveFile(await read(response).blob(), 'your-data.json');
    });

  answer({ key }: Answer, answer: string | string[] | null, said: string) {
    this.say('answer', { question: key, answer });
    const value = String(answer ?? '');
    this.setState(({ me }) => ({
      me: me && {
        ...me,
        answers: me.answers.flatMap((one) => (one.key !== key ? one : said ? { ...one, value, said, when: '' } : [])),
      },
      ...{ said: 'saved', changing: '', changed: key },
    }));
  }

  leave(erases: boolean, withdraws: boolean) {
    return this.attempt(async () => {
      if (erases) {
        read(await ask('/v1/me', { site: this.props.site }, 'DELETE'));
        forget();
      }
      if (withdraws) this.say('consent', none);
      forgetOrderForm();
      this.setState({ me: unknown, hasForm: false, said: withdraws ? 'withdrawn' : 'erased', changing: '', sure: '' });
    });
  }

  attempt(work: () => Promise<void>): Promise<void> {
    return work().catch(() => this.setState({ said: 'failed', sure: '' }));
  }

  /** The runtime hears it and tells the collector; of consent the shop hears, too, which keeps the answer. */
  say(name: string, params: object) {
    const tell = (type: string, detail: unknown, composed: boolean) =>
      this.base?.dispatchEvent(new CustomEvent(type, { bubbles: true, composed, detail }));
    tell('say', [name, params], false);
    if (name === 'consent') tell('vitrina:consent', params, true);
  }
}

/** What the visitor has done last of all; being told anew does not take its word away. */
const isLast = (said: State['said']) => said === 'erased' || said === 'withdrawn';

function read(response: Response): Response {
  if (!response.ok) throw response;
  return response;
}
