import { type InferRequestType, parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { messages } from '../language/current.ts';
import { useLoad } from '../load/use-load.ts';
import { formats, shop } from '../session/session.ts';

type Draft = InferRequestType<typeof client.profit.preview.$post>['json'];

const pause = 300;

/** What a cost would change, a moment after the last key; nothing as long as it is not whole. */
export function RuleEffect({ draft }: { draft: Draft }) {
  const t = messages.value.profit;
  const { money } = formats.value;
  const currency = shop.value?.currency ?? 'EUR';
  const wanted = JSON.stringify(draft);
  const [settled, setSettled] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), pause);
    return () => clearTimeout(timer);
  }, [wanted]);
  const isWhole = draft.name !== '' && draft.amount !== '' && draft.since !== '';
  const effect = useLoad(
    async () => (isWhole ? parseResponse(client.profit.preview.$post({ json: draft })) : null),
    [settled, isWhole],
  );
  const inMoney = (amount: number | null) => (amount === null ? '—' : money({ amount, currency }));
  return (
    <p class="soft wide numbers" role="status">
      {isWhole && !effect.problem && (
        <>
          {t.effect}:{' '}
          {effect.loading || !effect.value
            ? t.counting
            : t.effectOf(
                inMoney(effect.value.cost),
                inMoney(effect.value.before.profit),
                inMoney(effect.value.after.profit),
              )}
        </>
      )}
    </p>
  );
}
