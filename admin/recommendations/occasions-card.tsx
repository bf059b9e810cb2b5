import { type InferResponseType, parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import type { Occasions } from '../../server/occasions/occasions.ts';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { occasionName } from './occasion-name.ts';
import { OccasionsForm } from './occasions-form.tsx';
import { OccasionsHistory } from './occasions-history.tsx';

export type Chosen = InferResponseType<typeof client.occasions.$get>;

/** For which occasions there is a gift list, and how long before. */
export function OccasionsCard() {
  const t = messages.value.occasions;
  const chosen = useLoad(() => parseResponse(client.occasions.$get()), []);
  /** What the form begins with; another number each time it is to begin anew. */
  const [start, setStart] = useState<{ occasions: Occasions | null; times: number }>({ occasions: null, times: 0 });
  const begin = (occasions: Occasions | null) => setStart({ occasions, times: start.times + 1 });
  return (
    <Card title={t.title}>
      <p class="soft recipe-words">{t.meaning}</p>
      <Awaited of={chosen} lines={10}>
        {(known) => (
          <>
            <Next {...known} />
            <OccasionsForm
              key={start.times}
              known={known}
              start={start.occasions ?? known.occasions}
              onKept={async () => {
                await chosen.reload();
                begin(null);
              }}
            />
            <OccasionsHistory known={known} onTake={begin} />
          </>
        )}
      </Awaited>
    </Card>
  );
}

function Next({ coming }: Pick<Chosen, 'coming'>) {
  const t = messages.value.occasions;
  const [first] = coming;
  if (!first) return <p>{t.none}</p>;
  return (
    <p>
      {t.next}: <strong>{occasionName(first.occasion)}</strong>, {t.inDays(first.days)}
      {first.days <= first.lead && ` · ${t.open}`}
    </p>
  );
}
