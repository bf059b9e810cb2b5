import { parseResponse } from 'hono/client';
import type { ActionReason, NextAction as Known } from '../../server/customers/next-action.ts';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats, shop } from '../session/session.ts';

/** The one thing to do for this person next, why, and what hangs on it. */
export function NextAction({ id }: { id: string }) {
  const t = messages.value.nextAction;
  const found = useLoad(() => parseResponse(client.customers.next[':id'].$get({ param: { id } })), [id]);
  return (
    <Card title={t.title} aside={<Explained definition={t.meaning}>{messages.value.customers.how}</Explained>}>
      <Awaited of={found} lines={3}>
        {(next) => (
          <>
            <p>
              <strong>{t.actions[next.action]}</strong>
              {next.about && ` · ${aboutWords(next)}`}
            </p>
            <ul aria-label={t.why}>
              {next.why.map((reason) => (
                <li key={reason.of}>{reasonWords(reason)}</li>
              ))}
            </ul>
            {next.earns && <p class="numbers">{earningWords(next.earns)}</p>}
            {next.way !== 'none' && <p class="soft small">{t.ways[next.way]}</p>}
          </>
        )}
      </Awaited>
    </Card>
  );
}

function aboutWords({ action, about }: Known): string {
  const t = messages.value.nextAction;
  const words = about?.name ?? about?.id ?? '';
  if (action === 'offer-again') return t.product(words);
  return action === 'find-parcel' ? t.order(words) : t.question(words);
}

function reasonWords(reason: ActionReason): string {
  const t = messages.value.nextAction;
  const days = 'days' in reason ? Math.round(reason.days) : 0;
  switch (reason.of) {
    case 'complaint':
    case 'parcel':
    case 'silence':
    case 'overdue':
      return t[reason.of](days);
    case 'due':
      return days === 0 ? t.dueNow : days > 0 ? t.dueIn(days) : t.dueSince(-days);
    case 'cart':
      return t.cart(reason.pieces, Math.round(reason.hours));
    case 'bought':
      return t.bought(reason.times);
    case 'orders':
      return t.orders(reason.orders);
    case 'returns':
      return t.returns(formats.value.percent(reason.chance), days);
    case 'group':
      return t.group(messages.value.groups.names[reason.group]);
    case 'no-consent':
      return t.noConsent;
    case 'refused':
    case 'here':
    case 'nothing':
      return t[reason.of];
  }
}

function earningWords({ amount, of, how }: NonNullable<Known['earns']>): string {
  const t = messages.value.nextAction;
  const words = formats.value.money({ amount, currency: shop.value?.currency ?? 'EUR' });
  if (how === 'most') return (of === 'profit' ? t.mostProfit : t.mostRevenue)(words);
  return (of === 'profit' ? t.expectedProfit : t.expectedRevenue)(words);
}
