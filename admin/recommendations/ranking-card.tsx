import { type InferResponseType, parseResponse } from 'hono/client';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { RankingForm, writtenOf } from './ranking-form.tsx';
import { RankingHistory, type RankingVersion } from './ranking-history.tsx';

type Known = InferResponseType<typeof client.shelves.ranking.$get>;

/** How far the shop's own lists go by who looks at them, and how far they went before. */
export function RankingCard() {
  const t = messages.value.ranking;
  const known = useLoad(() => parseResponse(client.shelves.ranking.$get()), []);
  const [saved, setSaved] = useState<number | null>(null);
  return (
    <Card title={t.title}>
      <div class="stack">
        <p class="soft">{t.lead}</p>
        <Awaited of={known} lines={10}>
          {(found) => (
            <Chosen
              key={found.version}
              known={found}
              onKept={async (version) => {
                setSaved(version);
                await known.reload();
              }}
              onLoad={known.reload}
              onChange={() => setSaved(null)}
            >
              <p role="status">{saved !== null && t.saved(saved)}</p>
            </Chosen>
          )}
        </Awaited>
      </div>
    </Card>
  );
}

interface Props {
  known: Known;
  onKept: (version: number) => Promise<void>;
  onLoad: () => Promise<void>;
  onChange: () => void;
  children: ComponentChildren;
}

function Chosen({ known, onKept, onLoad, onChange, children }: Props) {
  const [written, setWritten] = useState(writtenOf(known.ranking));
  const change = (next: typeof written) => {
    setWritten(next);
    onChange();
  };
  return (
    <>
      <RankingForm
        holds={known.ranking}
        version={known.version}
        usual={known.usual}
        written={written}
        onChange={change}
        onKept={onKept}
        onLoad={onLoad}
      />
      {children}
      <RankingHistory past={pastOf(known)} version={known.version} onTake={(ranking) => change(writtenOf(ranking))} />
    </>
  );
}

/** What was chosen, and below it what the shop came with, where that has not been too long ago to be kept. */
function pastOf({ history, usual }: Known): RankingVersion[] {
  const past = history.map(({ version, chosen, by, at }) => ({ version, body: chosen, said: { by, at } }));
  const oldest = past.at(-1)?.version ?? 2;
  return oldest === 2 ? [...past, { version: 1, body: usual, said: null }] : past;
}
