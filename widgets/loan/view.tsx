import { Component } from 'preact';
import type { PropsOf } from '../define.ts';
import { loan as definition } from './definition.ts';
import css from './view.css';

export { css, definition };

type Props = PropsOf<typeof definition>;

export function View(props: Props) {
  // Of another product, or with other terms, it begins anew.
  return props.title && props.monthly ? <Loan key={props.monthly + props.total} {...props} /> : null;
}

interface State {
  /** The place of the chosen term. */
  chosen: number;
  /** That the visitor has chosen was told. */
  isTold: boolean;
}

/** What is paid each month by the term that the visitor chooses. The server has worked out all of them. */
class Loan extends Component<Props, State> {
  override state: State = { chosen: 0, isTold: false };

  override render({ title, text, unit, months, terms, monthly, parts, total }: Props, { chosen }: State) {
    const line = (lines: string, at = chosen) => lines.split('\n')[at];
    return (
      <section aria-label={title}>
        <h2>{title}</h2>
        <fieldset>
          <legend>{unit}</legend>
          {months.split('\n').map((count, at) => (
            <label>
              <input
                type="radio"
                name="term"
                checked={at === chosen}
                aria-label={line(terms, at)}
                onChange={({ currentTarget }) => this.choose(at, currentTarget)}
              />
              {count}
            </label>
          ))}
        </fieldset>
        <output>
          {/* Anew for each term: what only moved, since another line is longer, would be a shift of the page. */}
          <b key={`b${chosen}`}>{line(monthly)}</b>
          <span key={`p${chosen}`}>{line(parts)}</span>
          <span key={`t${chosen}`}>{line(total)}</span>
        </output>
        {text && <p>{text}</p>}
      </section>
    );
  }

  /** Heard by the runtime, which tells the collector: once, since the arrow keys go through all terms. */
  choose(chosen: number, from: Element) {
    if (!this.state.isTold) from.dispatchEvent(new CustomEvent('say', { bubbles: true, detail: ['slot_click'] }));
    this.setState({ chosen, isTold: true });
  }
}
