import { type InferResponseType, parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import type { Taste } from '../../server/profiles/taste.ts';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { TasteForm } from './taste-form.tsx';
import { TasteHistory } from './taste-history.tsx';
import { TasteProgress } from './taste-progress.tsx';

export type Tasted = InferResponseType<typeof client.taste.$get>;

const lookAgain = 1_000;

/** What events weigh for a liking: to be seen, tried out, changed, and taken back. */
export function TasteCard() {
  const t = messages.value.settings;
  const tasted = useLoad(() => parseResponse(client.taste.$get()), []);
  /** Values of before that the form begins with; another object each time it is to begin anew. */
  const [start, setStart] = useState<{ taste: Taste } | null>(null);
  const [forms, setForms] = useState(0);
  const isFollowing = tasted.value !== null && tasted.value.applied < 1;
  useEffect(() => {
    if (!isFollowing) return;
    const timer = setTimeout(() => void tasted.reload(), lookAgain);
    return () => clearTimeout(timer);
  }, [tasted.value]);

  const begin = (taste: Taste | null) => {
    setStart(taste && { taste });
    setForms(forms + 1);
  };
  return (
    <Card title={t.taste} aside={<Explained definition={t.tasteHow}>{messages.value.visitor.how}</Explained>}>
      <p class="soft settings-words">{t.tasteMeaning}</p>
      <Awaited of={tasted} lines={14}>
        {(known) => (
          <>
            <TasteProgress applied={known.applied} />
            <TasteForm
              key={forms}
              known={known}
              start={start?.taste ?? known.taste}
              onKept={async () => {
                await tasted.reload();
                begin(null);
              }}
            />
            <TasteHistory known={known} onTake={begin} />
          </>
        )}
      </Awaited>
    </Card>
  );
}
