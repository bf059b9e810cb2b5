import { Badge } from '../components/badge.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import type { Endpoint } from './endpoints-card.tsx';

/** What was sent lately, what came back, and when it is tried again. */
export function DeliveryLog({ deliveries }: Pick<Endpoint, 'deliveries'>) {
  const t = messages.value.endpoints;
  const { moment, number } = formats.value;
  return (
    <ol class="delivery-log stack">
      {deliveries.map(({ id, at, took, status, answer, body, nextAt }) => (
        <li key={id}>
          <p class="row small">
            <span class="numbers">{moment(at)}</span>
            <Badge tone={status !== null && status < 300 ? 'good' : 'warn'}>{status ?? t.noAnswer}</Badge>
            <span class="soft numbers">{t.milliseconds(number(took))}</span>
            {nextAt !== null && <span class="soft">{t.again(moment(nextAt))}</span>}
          </p>
          <Text label={t.sent} text={body} />
          {answer !== '' && <Text label={t.answered} text={answer} />}
        </li>
      ))}
    </ol>
  );
}

/** Long lines are scrolled to, also with the keys. */
function Text({ label, text }: { label: string; text: string }) {
  return (
    <figure class="delivery-text">
      <figcaption class="soft small">{label}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
    </figure>
  );
}
