import './disclosure.css';
import { ChevronRight } from 'lucide-preact';
import type { ComponentChildren } from 'preact';

interface Props {
  summary: ComponentChildren;
  children: ComponentChildren;
}

/** A line that opens. */
export function Disclosure({ summary, children }: Props) {
  return (
    <details class="disclosure">
      <summary>
        <ChevronRight size={16} aria-hidden="true" />
        {summary}
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
