import './badge.css';
import type { ComponentChildren } from 'preact';

interface Props {
  tone?: 'plain' | 'good' | 'warn' | 'note';
  /** Longer words for the short ones. */
  title?: string;
  children: ComponentChildren;
}

export function Badge({ tone = 'plain', title, children }: Props) {
  return (
    <span class={`badge badge-${tone}`} title={title}>
      {children}
    </span>
  );
}
