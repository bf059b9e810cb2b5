import { parseResponse } from 'hono/client';
import type { ShelfBrings } from '../../server/earnings/brings.ts';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { queryOf, type ResultsChoice } from './choices.ts';
import { SlotBrings } from './slot-brings.tsx';

interface Props {
  choice: ResultsChoice;
  /** What follows clicks, in minor units of the shop's currency: all that keeping shelves away could cost. */
  attributed: number;
}

/** A share that tells something in a few weeks, and takes little. */
const usualShare = 0.05;

/** What would be missing without the shelves: only the comparison group can tell. */
export function BringsCard({ choice, attributed }: Props) {
  const t = messages.value.earnings;
  const asked = queryOf(choice);
  const found = useLoad(
    () => parseResponse(client.shelves.results.brings.$get({ query: asked })),
    [JSON.stringify(asked)],
  );
  return (
    <Card title={t.brings} aside={<Explained definition={t.bringsMeaning}>{messages.value.customers.how}</Explained>}>
      <Awaited of={found} lines={6}>
        {(brings) => (
          <div class="stack">
            {brings.slots.length === 0 && <NothingCompared brings={brings} attributed={attributed} />}
            {brings.slots.length > 0 && brings.share === 0 && <p class="soft">{t.comparedBefore}</p>}
            {brings.slots.map((slot) => (
              <SlotBrings key={`${slot.slot} ${slot.instead}`} brings={slot} currency={brings.currency} />
            ))}
          </div>
        )}
      </Awaited>
    </Card>
  );
}

function NothingCompared({ brings: { share, currency }, attributed }: { brings: ShelfBrings; attributed: number }) {
  const t = messages.value.earnings;
  const { money, percent } = formats.value;
  if (share > 0) return <p>{t.nobodyDrawn(percent(share / 100))}</p>;
  const cost = money({ amount: Math.round(attributed * usualShare), currency });
  return (
    <>
      <p>{t.notCompared}</p>
      <p class="soft">{t.costOfComparing(percent(usualShare), cost)}</p>
      <div>
        <LinkButton look="plain" href="/admin/recommendations">
          {t.compare}
        </LinkButton>
      </div>
    </>
  );
}
