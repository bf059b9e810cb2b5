import { Component } from 'preact';

export interface CountdownProps {
  left: string;
  waited: string;
  ends: string;
  lasts: string;
  days: string;
}

/** Counts to the end of what it stands in, which is then taken away. Who listens hears the moment, and no second. */
export class Countdown extends Component<CountdownProps, { left: number }> {
  #end = Date.now() + (Number(this.props.left) - Number(this.props.waited)) * 1_000;
  #timer: ReturnType<typeof setTimeout> | undefined;
  override state = { left: this.#left() };

  override render({ ends, lasts, days }: CountdownProps, { left }: { left: number }) {
    const whole = Math.floor(left / 86_400);
    return (
      <span class="clock" role="timer" aria-label={ends}>
        {isStill()
          ? ends
          : `${lasts} ${whole ? `${whole} ${days} ` : ''}${[left / 3_600, left / 60, left].map(twoDigits).join(':')}`}
      </span>
    );
  }

  override componentDidMount() {
    this.#tick();
  }

  override componentWillUnmount() {
    clearTimeout(this.#timer);
  }

  #left() {
    return Math.max(0, Math.ceil((this.#end - Date.now()) / 1_000));
  }

  #tick() {
    const left = this.#left();
    if (left !== this.state.left) this.setState({ left });
    if (left) this.#timer = setTimeout(() => this.#tick(), 1_000);
    else (this.base as Element).dispatchEvent(new CustomEvent('vitrina-over', { bubbles: true, composed: true }));
  }
}

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Hours of a day, minutes of an hour, seconds of a minute. */
function twoDigits(number: number, place: number) {
  return String(Math.floor(number) % (place ? 60 : 24)).padStart(2, '0');
}
