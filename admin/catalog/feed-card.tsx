import { parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { useSubmit } from '../session/use-submit.ts';
import { FeedForm } from './feed-form.tsx';
import { FeedRuns } from './feed-runs.tsx';
import { FeedState } from './feed-state.tsx';

const askEvery = 1000;

/** The address from which the catalogue is fetched by itself: set, watched, changed. */
export function FeedCard({ onTaken }: { onTaken: () => Promise<void> }) {
  const t = messages.value.catalog.feed;
  const state = useLoad(() => parseResponse(client.catalog.feed.$get()), []);
  const [changing, setChanging] = useState(false);
  const feed = state.value?.feed ?? null;
  const isAwaited = feed !== null && (feed.isRunning || feed.nextAt <= Date.now());

  const fetching = useSubmit(async () => {
    await client.catalog.feed.run.$post();
    await state.reload();
  });
  const removing = useSubmit(async () => {
    await client.catalog.feed.$delete();
    setChanging(false);
    await state.reload();
  });
  async function onSaved() {
    setChanging(false);
    await state.reload();
  }
  useEffect(() => {
    if (!isAwaited) return;
    const timer = setInterval(() => void state.reload(), askEvery);
    return () => {
      clearInterval(timer);
      void onTaken();
    };
  }, [isAwaited]);

  const problem = fetching.problem ?? removing.problem;
  return (
    <Card title={t.title}>
      <p class="soft">{t.text}</p>
      <Awaited of={state} lines={3}>
        {({ feed, runs, lines }) => (
          <>
            {feed && <FeedState feed={feed} lines={lines} isAwaited={isAwaited} />}
            {feed && !changing && (
              <div class="row">
                <Button look="primary" busy={fetching.busy || isAwaited} onPress={fetching.submit}>
                  {t.fetchNow}
                </Button>
                <Button onPress={() => setChanging(true)}>{t.change}</Button>
                <Button look="quiet" busy={removing.busy} onPress={removing.submit}>
                  {t.remove}
                </Button>
              </div>
            )}
            {problem && <ProblemNote problem={problem} />}
            {(!feed || changing) && <FeedForm known={feed} onSaved={onSaved} />}
            {runs.length > 0 && <FeedRuns runs={runs} />}
          </>
        )}
      </Awaited>
    </Card>
  );
}
