import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import type { Comparison } from '../../server/decide/comparison.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';

/** Of how many visitors the shelves are kept away. */
export function ComparisonCard() {
  const t = messages.value.recommendations;
  const chosen = useLoad(() => parseResponse(client.shelves.comparison.$get()), []);
  return (
    <Card title={t.comparison}>
      <Awaited of={chosen} lines={4}>
        {(comparison) => <Chosen comparison={comparison} onKept={chosen.reload} />}
      </Awaited>
    </Card>
  );
}

const shares = [0, 5, 10, 20];

function Chosen({ comparison, onKept }: { comparison: Comparison; onKept: () => Promise<void> }) {
  const t = messages.value.recommendations;
  const [next, setNext] = useState(comparison);
  const isChanged = next.share !== comparison.share || next.instead !== comparison.instead;
  const { submit, busy, problem } = useSubmit(async () => {
    await client.shelves.comparison.$put({ json: next });
    await onKept();
  });
  const offered = [...new Set([...shares, comparison.share])].sort((a, b) => a - b);
  const words = (share: number) => (share === 0 ? t.nobody : formats.value.percent(share / 100));
  return (
    <form class="stack" onSubmit={submit}>
      <p class="soft">{t.comparisonMeaning}</p>
      <Choice
        label={t.share}
        options={offered.map((share) => ({ value: String(share), label: words(share) }))}
        value={String(next.share)}
        onChoose={(share) => setNext({ ...next, share: Number(share) })}
      />
      {next.share > 0 && (
        <Choice
          label={t.instead}
          options={[
            { value: 'own', label: t.insteadOwn },
            { value: 'popular', label: t.insteadPopular },
          ]}
          value={next.instead}
          onChoose={(instead) => setNext({ ...next, instead })}
        />
      )}
      <p class="soft small">{t.who}</p>
      {problem && <ProblemNote problem={problem} />}
      {isChanged && (
        <div>
          <Button look="primary" submits busy={busy}>
            {t.keep}
          </Button>
        </div>
      )}
    </form>
  );
}
