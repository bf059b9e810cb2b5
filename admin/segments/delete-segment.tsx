import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';
import type { Listed } from './load-segments.ts';

/** Asks once more; a segment that others ask for says so and stays. */
export function DeleteSegment({ segment }: { segment: Listed }) {
  const t = messages.value.segments;
  const { route } = useLocation();
  const [asked, setAsked] = useState(false);
  const { submit, busy, problem } = useSubmit(async () => {
    await client.segments[':id'].$delete({ param: { id: segment.id } });
    route('/admin/segments');
  });
  if (segment.usedBy.length > 0) return <p class="soft small">{t.inUse(segment.usedBy.join(', '))}</p>;
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
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
