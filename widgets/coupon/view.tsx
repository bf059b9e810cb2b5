import { Component } from 'preact';
import { ask } from '../ask.ts';
import clock from '../countdown.css';
import { Countdown } from '../countdown.tsx';
import type { PropsOf } from '../define.ts';
import { coupon as definition } from './definition.ts';
import own from './view.css';

export { css, definition };

const css = own + clock;

type Props = PropsOf<typeof definition>;

export function View(props: Props) {
  // What was shown to one visitor is not kept for the next.
  return props.title || props.text ? <Coupon key={props.decision} {...props} find={findCode} /> : null;
}

/** Resolves with the visitor's code; null where there is none for them. */
export type Find = (decision: Pick<Props, 'site' | 'decision'>) => Promise<string | null>;

interface State {
  code: string;
  /** What came of the last press. */
  note: 'none' | 'failed' | 'copied' | undefined;
  isBusy: boolean;
}

type CouponProps = Props & {
  /** Where a code is asked for. */
  find: Find;
};

export class Coupon extends Component<CouponProps, State> {
  override state: State = { code: this.props.code, note: undefined, isBusy: false };

  override render(words: CouponProps, { code, note, isBusy }: State) {
    return (
      <section aria-label={words.title || words.text} aria-busy={isBusy}>
        <div>
          {words.title && <h2>{words.title}</h2>}
          {words.text && <p>{words.text}</p>}
          {words.left && <Countdown key={words.ends} {...words} />}
        </div>
        <aside>
          {code && (
            <output tabIndex={-1} aria-label={words.yours}>
              {code}
            </output>
          )}
          {/* Another button, since one that only moved would be a shift of the page. */}
          <button key={code} type="button" onClick={code ? this.copy : this.show}>
            {code ? words.copy : words.show}
          </button>
          <small role="status">{note && words[note]}</small>
        </aside>
      </section>
    );
  }

  show = async (event: { currentTarget: Element }) => {
    if (this.state.isBusy) return;
    tell(event.currentTarget);
    this.setState({ isBusy: true, note: undefined });
    try {
      const code = await this.props.find(this.props);
      this.setState({ code: code ?? '', note: code ? undefined : 'none', isBusy: false });
    } catch {
      this.setState({ note: 'failed', isBusy: false });
    }
  };

  copy = async (event: { currentTarget: Element }) => {
    if (this.props.code) tell(event.currentTarget);
    // Where a page may not write to the clipboard it can be copied by hand.
    const code = this.#shown();
    if (code) getSelection()?.selectAllChildren(code);
    try {
      await navigator.clipboard.writeText(this.state.code);
      this.setState({ note: 'copied' });
    } catch {}
  };

  /** Whoever uses the keyboard, or listens, goes on with the code, and then with what copies it. */
  override componentDidUpdate(_: CouponProps, { code }: State) {
    if (code !== this.state.code) this.#shown()?.focus({ preventScroll: true });
  }

  #shown = () => (this.base as Element | null)?.querySelector('output');
}

const findCode: Find = async ({ site, decision }) => {
  const response = await ask('/v1/coupon', { site, decision }, 'POST');
  if (!response.ok) throw response;
  if (response.status === 204) return null;
  const { code } = Object(await response.json());
  return typeof code === 'string' && code ? code : null;
};

/** Heard by the runtime, which tells the collector. */
function tell(from: Element) {
  from.dispatchEvent(new CustomEvent('say', { bubbles: true, detail: ['slot_click'] }));
}
