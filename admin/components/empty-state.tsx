import './empty-state.css';
import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  /** Why it is empty, and what will stand here. */
  text: string;
  /** At most one button. */
  action?: ComponentChildren;
}

export function EmptyState({ title, text, action }: Props) {
  return (
    <div class="empty-state">
      <svg viewBox="0 0 96 64" aria-hidden="true">
        <path d="M14 26 20 8h56l6 18" />
        <path d="M14 26a8.5 8.5 0 0 0 17 0 8.5 8.5 0 0 0 17 0 8.5 8.5 0 0 0 17 0 8.5 8.5 0 0 0 17 0" />
        <path d="M20 36v22h56V36M30 58V44h16v14" />
        <path d="M54 44h14v8H54z" />
      </svg>
      <h2>{title}</h2>
      <p class="soft">{text}</p>
      {action}
    </div>
  );
}
