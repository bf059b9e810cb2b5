import './entrance.css';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Brand } from '../shell/brand.tsx';
import { LanguageSwitch } from '../shell/language-switch.tsx';

interface Props {
  title: string;
  lead?: string;
  children: ComponentChildren;
}

/** The room before the panel: one short form, and a language to read it in. */
export function Entrance({ title, lead, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Vitrina`;
  }, [title]);
  return (
    <main class="entrance">
      <Brand />
      <section class="entrance-card">
        <h1>{title}</h1>
        {lead && <p class="soft">{lead}</p>}
        {children}
      </section>
      <LanguageSwitch />
    </main>
  );
}
