import './segments.css';
import { parseResponse } from 'hono/client';
import { useId, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';
import { ExamplePicker } from './example-picker.tsx';
import { StudyCard } from './study-card.tsx';

/** The merchant shows some customers, and gets the rule that they have in common. */
export function ByExamplePage() {
  const t = messages.value.byExample;
  const [text, setText] = useState(useLocation().query.people ?? '');
  const [study, setStudy] = useState<{ id: string; unknown: string[] } | null>(null);
  const field = useId();
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const { submit, busy, problem } = useSubmit(async () => {
    setStudy(await parseResponse(client.segments['by-example'].$post({ json: { people: lines } })));
  });
  return (
    <Page title={t.title} lead={t.lead}>
      <div class="segment-editor">
        <Card title={t.examples}>
          <div>
            <LinkButton look="plain" href="/admin/visitors?pick=">
              {t.fromList}
            </LinkButton>
          </div>
          <ExamplePicker onPick={(id) => setText([...new Set([...lines, id])].join('\n'))} />
          <form class="stack" onSubmit={submit}>
            <div class="field">
              <label for={field}>{t.people}</label>
              <textarea
                id={field}
                class="input segment-line"
                rows={10}
                spellcheck={false}
                value={text}
                aria-describedby={`${field}-hint`}
                onInput={(event) => setText(event.currentTarget.value)}
              />
              <span id={`${field}-hint`} class="soft small">
                {t.peopleHint} {t.count(lines.length)}
              </span>
            </div>
            <div>
              <Button look="primary" submits busy={busy || lines.length === 0}>
                {t.find}
              </Button>
            </div>
            {problem && <ProblemNote problem={problem} />}
          </form>
        </Card>
        {study && <StudyCard key={study.id} {...study} onAgain={submit} />}
      </div>
    </Page>
  );
}
