import './explained.css';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

interface Props {
  definition: string;
  children: ComponentChildren;
}

/** A word whose definition appears on hover and focus, and goes with Escape. */
export function Explained({ definition, children }: Props) {
  const tip = useId();
  const [dismissed, setDismissed] = useState(false);
  return (
    <span class="explained" data-dismissed={dismissed ? '' : undefined}>
      <button
        type="button"
        class="term"
        aria-describedby={tip}
        onMouseLeave={() => setDismissed(false)}
        onBlur={() => setDismissed(false)}
        onKeyDown={(event) => event.key === 'Escape' && setDismissed(true)}
      >
        {children}
      </button>
      <span role="tooltip" id={tip} class="tip">
        {definition}
      </span>
    </span>
  );
}
