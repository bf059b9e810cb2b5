import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { queryOf, type ResultsChoice } from './choices.ts';

/** How much of what is offered stood on a shelf. */
export function CoverageCard({ choice }: { choice: ResultsChoice }) {
  const t = messages.value.earnings;
  const { number, percent } = formats.value;
  const asked = queryOf(choice);
  const found = useLoad(
    () => parseResponse(client.shelves.results.coverage.$get({ query: asked })),
    [JSON.stringify(asked)],
  );
  return (
    <Card title={t.coverage}>
      <Awaited of={found} lines={4}>
        {({ offered, shown, cold }) =>
          offered === 0 ? (
            <p class="soft">{t.nothingOffered}</p>
          ) : (
            <>
              <p>{t.covered(number(shown), number(offered), percent(shown / offered))}</p>
              <ShareBar share={shown / offered} />
              <ul class="earnings-cold">
                <li>{t.coldCounts.unshown(cold.unshown)}</li>
                <li>{t.coldCounts.unseen(cold.unseen)}</li>
                <li>{t.coldCounts.unsold(cold.unsold)}</li>
              </ul>
            </>
          )
        }
      </Awaited>
    </Card>
  );
}
