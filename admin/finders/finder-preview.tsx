import { parseResponse } from 'hono/client';
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FinderBody } from '../../server/finders/finder.ts';
import base from '../../widgets/base.css';
import { heightRules } from '../../widgets/define.ts';
import { css, definition, type Find, Finder } from '../../widgets/finder/view.tsx';
import { client } from '../api/client.ts';
import { Choice } from '../components/choice.tsx';
import { messages, language as panelLanguage } from '../language/current.ts';
import { type Language, languages } from '../language/languages.ts';

/** The widget itself, by a draft; what is answered here is recorded nowhere. */
export function FinderPreview({ draft }: { draft: FinderBody }) {
  const t = messages.value.finders;
  const [language, setLanguage] = useState<Language>(panelLanguage.value);
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(heightRules(definition, (height) => `:host{--height:${height}px}`) + base + css);
    root.adoptedStyleSheets = [style];
    let isHere = true;
    const ask = (answers: Parameters<Find>[0]) =>
      parseResponse(client.finders.try.$post({ json: { finder: draft, answers, language } }));
    // What is wrong with a draft stands in the place of the preview already.
    void ask({}).then(
      ({ first }) => {
        const find: Find = async (answers) => (await ask(answers)).finding;
        if (isHere) render(first && <Finder key={crypto.randomUUID()} {...first} find={find} />, root);
      },
      () => {},
    );
    return () => {
      isHere = false;
      render(null, root);
    };
  }, [draft, language]);
  const codes = Object.keys(languages).filter((code): code is Language => code in languages);
  return (
    <div class="stack">
      <p class="soft">{t.previewText}</p>
      <Choice
        label={t.language}
        options={codes.map((code) => ({ value: code, label: languages[code], lang: code }))}
        value={language}
        onChoose={setLanguage}
      />
      <div ref={host} class="finder-preview" lang={language} />
    </div>
  );
}
