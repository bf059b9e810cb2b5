import './button.css';
import type { ComponentChildren } from 'preact';

interface Props {
  href: string;
  look?: 'primary' | 'plain';
  children: ComponentChildren;
}

/** A link that looks like the action that it is. */
export function LinkButton({ href, look = 'primary', children }: Props) {
  return (
    <a href={href} class={`button button-${look}`}>
      {children}
    </a>
  );
}
