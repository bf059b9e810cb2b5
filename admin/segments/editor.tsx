import { parseResponse } from 'hono/client';
import { useId, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Rule } from '../../server/segments/rule.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { shop } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { Builder } from './builder.tsx';
import { DeleteSegment } from './delete-segment.tsx';
import { example } from './example.ts';
import { HistoryCard } from './history-card.tsx';
import type { Known, Listed } from './load-segments.ts';
import { PreviewCard } from './preview-card.tsx';
import { type Draft, usePreview } from './use-preview.ts';
import { minorUnitsIn } from './wording.ts';

export function Editor({ segment, known }: { segment: Listed | null; known: Known }) {
  const t = messages.value.segments;
  const { route, query } = useLocation();
  const begun = segment ?? (query.example === undefined ? null : { name: t.exampleName, rule: example });
  const [name, setName] = useState(begun?.name ?? '');
  const [rule, setRule] = useState<Rule>(begun?.rule ?? { all: [] });
  const asked = segment === null ? query.line : undefined;
  const [line, setLine] = useState(asked ?? segment?.line ?? '');
  const [draft, setDraft] = useState<Draft>(asked === undefined ? { rule } : { line: asked });
  const [saved, setSaved] = useState(false);
  const previewed = usePreview(draft, segment?.id, (preview) => {
    // Whichever of the two was not touched follows.
    if ('line' in draft) setRule(preview.rule);
    else setLine(preview.line);
  });
  const { misread } = previewed;
  const { submit, busy, problem } = useSubmit(async () => {
    const json = { name, rule };
    if (segment) await parseResponse(client.segments[':id'].$put({ param: { id: segment.id }, json }));
    const created = segment ?? (await parseResponse(client.segments.$post({ json })));
    setSaved(true);
    if (!segment) route(`/admin/segments/${created.id}`, true);
  });
  const others = known.segments.filter(({ id }) => id !== segment?.id);
  const vocabulary = {
    fields: known.fields,
    events: Object.values(known.verbs),
    traits: known.traits,
    sources: known.sources,
    segments: others,
    minor: minorUnitsIn(shop.value?.currency ?? 'EUR'),
  };
  const lineId = useId();

  return (
    <form class="segment-editor" onSubmit={submit}>
      <div class="stack">
        <Card title={t.rule}>
          <Field label={t.name} hint={t.nameHint} value={name} onInput={setName} autocomplete="off" />
          <Builder
            rule={rule}
            vocabulary={vocabulary}
            onChange={(next) => {
              setRule(next);
              setDraft({ rule: next });
              setSaved(false);
            }}
          />
          <div class="field">
            <label for={lineId}>{t.line}</label>
            <textarea
              id={lineId}
              class="input segment-line"
              rows={3}
              spellcheck={false}
              value={line}
              aria-describedby={`${lineId}-hint ${lineId}-error`}
              aria-invalid={misread ? 'true' : undefined}
              onInput={(event) => {
                setLine(event.currentTarget.value);
                setDraft({ line: event.currentTarget.value });
                setSaved(false);
              }}
            />
            <span id={`${lineId}-hint`} class="soft small">
              {t.lineHint}
            </span>
            <span id={`${lineId}-error`} class="field-error small" role="status">
              {misread && t.misread(misread.at, t.expected[misread.expected])}
            </span>
          </div>
          <div class="row">
            <Button look="primary" submits busy={busy || misread !== null}>
              {t.save}
            </Button>
            <span role="status" class="soft">
              {saved && t.saved}
            </span>
          </div>
          {problem && <ProblemNote problem={problem} />}
        </Card>
        {segment && <HistoryCard id={segment.id} />}
        {segment && <DeleteSegment segment={segment} />}
      </div>
      <PreviewCard {...previewed} id={segment?.id} />
    </form>
  );
}
