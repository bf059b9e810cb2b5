import { parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Finder, FinderBody } from '../../server/finders/finder.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { SecondThought } from '../components/second-thought.tsx';
import { messages } from '../language/current.ts';
import { useLoad } from '../load/use-load.ts';
import { WordsFields } from '../questions/words-fields.tsx';
import { useSubmit } from '../session/use-submit.ts';
import { FinderInPages } from './finder-in-pages.tsx';
import { FinderPreview } from './finder-preview.tsx';
import type { Finders } from './load-finders.ts';
import { blankQuestion, QuestionPart } from './question-part.tsx';

const pause = 400;

/** A finder's questions, what each choice means, and the finder as it would be. */
export function FinderEditor({ finder, known }: { finder: Finder | null; known: Finders }) {
  const t = messages.value.finders;
  const { route } = useLocation();
  const [id, setId] = useState(finder?.id ?? '');
  const [draft, setDraft] = useState<FinderBody>(() => bodyOf(finder) ?? known.suggested ?? blank());
  const change = (part: Partial<FinderBody>) => setDraft((before) => ({ ...before, ...part }));
  const settled = useSettled(draft);
  const tried = useLoad(
    () => parseResponse(client.finders.try.$post({ json: { finder: settled, answers: {}, language: 'en' } })),
    [settled],
  );
  const { submit, busy, problem } = useSubmit(async () => {
    await client.finders[':id'].$put({ param: { id }, json: draft });
    route('/admin/recommendations');
  });
  async function remove() {
    await client.finders[':id'].$delete({ param: { id } });
    route('/admin/recommendations');
  }
  const { questions } = draft;

  return (
    <div class="finder-editor">
      <form class="stack" onSubmit={submit}>
        <Card title={t.name}>
          <div class="stack">
            {!finder && <Field label={t.id} hint={t.idHint} value={id} onInput={setId} autocomplete="off" />}
            <WordsFields label={t.name} words={draft.title} onChange={(title) => change({ title })} />
            <Field
              label={t.limit}
              type="number"
              range={{ least: 1, most: 24, step: 1 }}
              value={String(draft.limit)}
              onInput={(text) => change({ limit: Number(text) })}
            />
          </div>
        </Card>
        {questions.map((question, place) => (
          // By place: its key is being typed.
          <QuestionPart
            key={place}
            place={place}
            questions={questions}
            counts={tried.value?.counts[place] ?? []}
            known={known}
            onChange={(next) => change({ questions: questions.with(place, next) })}
            onRemove={() => change({ questions: questions.toSpliced(place, 1) })}
            onEarlier={() => change({ questions: questions.toSpliced(place, 1).toSpliced(place - 1, 0, question) })}
          />
        ))}
        <div class="row">
          <Button onPress={() => change({ questions: [...questions, blankQuestion(questions.length + 1)] })}>
            {t.addQuestion}
          </Button>
          <Button look="primary" submits busy={busy}>
            {t.save}
          </Button>
        </div>
        {problem && <ProblemNote problem={problem} />}
      </form>
      <div class="stack">
        <Card title={t.preview}>
          {tried.problem ? <ProblemNote problem={tried.problem} /> : <FinderPreview draft={settled} />}
        </Card>
        {finder && <FinderInPages id={finder.id} />}
        {finder && (
          <SecondThought words={{ ask: t.delete, surely: t.surely, keep: t.keep }} meaning={t.meaning} act={remove} />
        )}
      </div>
    </div>
  );
}

function useSettled<T>(wanted: T): T {
  const [settled, setSettled] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => wanted), pause);
    return () => clearTimeout(timer);
  }, [wanted]);
  return settled;
}

function bodyOf(finder: Finder | null): FinderBody | null {
  return finder && { title: finder.title, questions: finder.questions, limit: finder.limit };
}

function blank(): FinderBody {
  return { title: {}, questions: [blankQuestion(1)], limit: 12 };
}
