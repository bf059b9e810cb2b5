import './disclosure.css';
import { ChevronRight } from 'lucide-preact';
import type { ComponentChildren } from 'preact';

interface Props {
  summary: ComponentChildren;
  children: ComponentChildren;
  /** For what is loaded only for those who look. */
  onOpen?: () => void;
}

/** A line that opens. */
export function Disclosure({ summary, children, onOpen }: Props) {
  return (
    <details class="disclosure" onToggle={(event) => event.currentTarget.open && onOpen?.()}>
      <summary>
        <ChevronRight size={16} aria-hidden="true" />
        {summary}
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
