import type { InferResponseType } from 'hono/client';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { editWords } from './trait-words.ts';

type Edit = InferResponseType<(typeof client.visitors)[':id']['edits']['$get']>['edits'][number];

interface Props {
  person: string;
  edits: readonly Edit[];
  onChange: () => Promise<void>;
}

/** Who of the staff changed what and when, the newest first. */
export function EditHistory({ person, edits, onChange }: Props) {
  const t = messages.value.edits;
  return (
    <Disclosure summary={<span class="soft small">{t.history}</span>}>
      {edits.length === 0 && <p class="soft small">{t.noHistory}</p>}
      <ul class="stack small">
        {edits.map((edit) => (
          <Entry key={edit.id} person={person} edit={edit} onChange={onChange} />
        ))}
      </ul>
    </Disclosure>
  );
}

function Entry({ person, edit, onChange }: { person: string; edit: Edit; onChange: () => Promise<void> }) {
  const t = messages.value.edits;
  const { id, at, by, edits, canUndo } = edit;
  const words = edits.map(editWords).join('; ');
  const { submit, busy, problem } = useSubmit(async () => {
    await client.visitors[':id'].edits[':edit'].undo.$post({ param: { id: person, edit: id } });
    await onChange();
  });
  return (
    <li>
      <div class="apart">
        <span class="visitor-value">
          {words} <span class="soft">{t.saidBy(by ?? t.someone, formats.value.moment(at))}</span>
        </span>
        {canUndo && (
          <Button look="quiet" busy={busy} onPress={() => submit()}>
            {t.undo}
            <span class="unseen">: {words}</span>
          </Button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
    </li>
  );
}
