import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';
import { DeleteSegment } from './delete-segment.tsx';
import { example } from './example.ts';
import { HistoryCard } from './history-card.tsx';
import type { Known, Listed } from './load-segments.ts';
import { PreviewCard } from './preview-card.tsx';
import { RuleFields } from './rule-fields.tsx';
import { TimeMachineCard } from './time-machine-card.tsx';
import { useRuleDraft } from './use-rule-draft.ts';
import { vocabularyOf } from './vocabulary.ts';

export function Editor({ segment, known }: { segment: Listed | null; known: Known }) {
  const t = messages.value.segments;
  const { route, query } = useLocation();
  const begun = segment ?? (query.example === undefined ? null : { name: t.exampleName, rule: example });
  const [name, setName] = useState(begun?.name ?? '');
  const asked = segment === null ? query.line : undefined;
  const draft = useRuleDraft(begun?.rule ?? { all: [] }, asked ?? segment?.line, {
    id: segment?.id,
    byLine: asked !== undefined,
  });
  const { rule, previewed } = draft;
  const [saved, setSaved] = useState(false);
  const { misread } = previewed;
  const { submit, busy, problem } = useSubmit(async () => {
    const json = { name, rule };
    if (segment) await parseResponse(client.segments[':id'].$put({ param: { id: segment.id }, json }));
    const created = segment ?? (await parseResponse(client.segments.$post({ json })));
    setSaved(true);
    if (!segment) route(`/admin/segments/${created.id}`, true);
  });

  return (
    <form class="segment-editor" onSubmit={submit}>
      <div class="stack">
        <Card title={t.rule}>
          <Field label={t.name} hint={t.nameHint} value={name} onInput={setName} autocomplete="off" />
          <RuleFields {...draft} vocabulary={vocabularyOf(known, segment?.id)} onTouch={() => setSaved(false)} />
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
        <TimeMachineCard draft={segment ? { rule, id: segment.id } : { rule }} segments={known.segments} />
        {segment && <HistoryCard id={segment.id} />}
        {segment && <DeleteSegment segment={segment} />}
      </div>
      <PreviewCard {...previewed} id={segment?.id} />
    </form>
  );
}
