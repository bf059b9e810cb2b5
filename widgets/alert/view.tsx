import { Component, type TargetedSubmitEvent } from 'preact';
import type { PropsOf } from '../define.ts';
import fields from '../fields.css';
import { readCard } from '../read-card.ts';
import { alert as definition } from './definition.ts';
import own from './view.css';

export { css, definition, readCard as readOne };

const css = fields + own;

type Props = PropsOf<typeof definition>;

export function View(props: Props) {
  const { title, items, product } = props;
  if (product) return <Wish key={product} {...props} />;
  if (!items[0]) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {items.map(({ id, name, url, price, reason }) => (
          <li key={id}>
            <a href={url} data-item={id}>
              <b>{name}</b> {reason || price}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asks for nothing but an address, and for that only where a letter is wanted. */
class Wish extends Component<Props, { is: 'asked' | 'waiting' | 'withdrawn' }> {
  override state = { is: this.props.isWaiting ? ('waiting' as const) : ('asked' as const) };

  override render({ title, email, send, agree, visit, waits, withdraw, withdrawn }: Props, { is }: Wish['state']) {
    if (is !== 'asked') {
      return (
        <section key={is} tabIndex={-1} aria-label={title}>
          <p role="status">{is === 'waiting' ? waits : withdrawn}</p>
          {is === 'waiting' && (
            <button type="button" class="later" onClick={(event) => this.say(event.currentTarget, false)}>
              {withdraw}
            </button>
          )}
        </section>
      );
    }
    return (
      <section key="asked" tabIndex={-1} aria-label={title}>
        <h2>{title}</h2>
        <form onSubmit={this.answer}>
          {email && (
            <input
              type="email"
              name="email"
              required
              autoComplete="email"
              placeholder={email}
              aria-label={email}
              aria-describedby="agree"
              maxLength={254}
            />
          )}
          {email && <button type="submit">{send}</button>}
          <button type="button" class={email && 'later'} onClick={(event) => this.say(event.currentTarget, true)}>
            {visit}
          </button>
        </form>
        {email && <p id="agree">{agree}</p>}
      </section>
    );
  }

  answer = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const email = String(new FormData(form).get('email') ?? '').trim();
    this.say(form, true, { email, agreed: this.props.agree });
  };

  /** Heard by the runtime, which tells the collector. */
  say(from: Element, on: boolean, more: object = {}) {
    const { product: item_id, of } = this.props;
    const detail = ['product_alert', { item_id, of, on, ...more }];
    from.dispatchEvent(new CustomEvent('say', { bubbles: true, detail }));
    this.setState({ is: on ? 'waiting' : 'withdrawn' });
  }

  /** What was pressed is gone: whoever uses the keyboard, or listens, goes on with what stands there now. */
  override componentDidUpdate() {
    if (this.base instanceof HTMLElement) this.base.focus({ preventScroll: true });
  }
}
