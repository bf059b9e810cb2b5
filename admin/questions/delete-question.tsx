import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';

/** Asks once more; what people have answered stays with them. */
export function DeleteQuestion({ name }: { name: string }) {
  const t = messages.value.questions;
  const { route } = useLocation();
  const [asked, setAsked] = useState(false);
  const { submit, busy, problem } = useSubmit(async () => {
    await client.questions[':key'].$delete({ param: { key: name } });
    route('/admin/questions');
  });
  return (
    <div class="row">
      <Button busy={busy} onPress={asked ? submit : () => setAsked(true)}>
        {asked ? t.deleteSurely : t.delete}
      </Button>
      {asked && (
        <Button look="quiet" onPress={() => setAsked(false)}>
          {t.keep}
        </Button>
      )}
      <span class="soft small" role="status">
        {asked && t.deleteMeaning}
      </span>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
