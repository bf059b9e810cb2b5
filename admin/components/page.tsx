import './page.css';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { shop } from '../session/session.ts';

interface Props {
  title: string;
  /** Beside the title: badges, or the page's one action. */
  aside?: ComponentChildren;
  /** One sentence on what the page is for. */
  lead?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of every page: its name in the tab and as heading, then its cards. */
export function Page({ title, aside, lead, children }: Props) {
  const name = shop.value?.name;
  useEffect(() => {
    document.title = [title, name, 'Vitrina'].filter(Boolean).join(' · ');
  }, [title, name]);
  return (
    <article class="page">
      <header class="page-head">
        <div class="apart">
          <h1>{title}</h1>
          {aside}
        </div>
        {lead && <p class="soft">{lead}</p>}
      </header>
      {children}
    </article>
  );
}
