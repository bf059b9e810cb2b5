import './button.css';
import type { ComponentChildren } from 'preact';

interface Props {
  look?: 'primary' | 'plain' | 'quiet';
  submits?: boolean;
  /** Waits for an answer: cannot be pressed again. */
  busy?: boolean;
  onPress?: () => void;
  children: ComponentChildren;
}

export function Button({ look = 'plain', submits = false, busy = false, onPress, children }: Props) {
  return (
    <button
      type={submits ? 'submit' : 'button'}
      class={`button button-${look}`}
      disabled={busy}
      onClick={() => onPress?.()}
    >
      {children}
    </button>
  );
}
