import './card.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  title: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** A titled region of a page. */
export function Card({ title, aside, children }: Props) {
  const heading = useId();
  return (
    <section class="card" aria-labelledby={heading}>
      <header class="apart">
        <h2 id={heading}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
