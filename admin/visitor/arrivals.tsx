import type { TouchView, Visitor } from '../../server/profiles/visitor.ts';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

/** Where this person came from, first and last. */
export function Arrivals({ visitor: { firstTouch, lastTouch } }: { visitor: Visitor }) {
  const t = messages.value.arrivals;
  if (!firstTouch && !lastTouch) return null;
  const isOne = lastTouch === null || lastTouch.at === firstTouch?.at;
  return (
    <Card title={t.title}>
      <dl class="stack">
        {firstTouch && <Arrival label={isOne ? t.only : t.first} touch={firstTouch} />}
        {lastTouch && !isOne && <Arrival label={t.last} touch={lastTouch} />}
      </dl>
    </Card>
  );
}

function Arrival({ label, touch }: { label: string; touch: TouchView }) {
  const t = messages.value.arrivals;
  const { at, channel, source, medium, campaign, term, landing } = touch;
  return (
    <div>
      <dt class="soft small">
        {label}, {formats.value.date(at)}
      </dt>
      <dd class="visitor-value">
        <strong>{t.channels[channel]}</strong>
      </dd>
      {channel !== 'direct' && (
        <dd class="visitor-value small">{[source, medium, campaign].filter(Boolean).join(' / ')}</dd>
      )}
      {term !== null && <dd class="visitor-value small">{t.term(term)}</dd>}
      <dd class="soft small visitor-value">{t.landing(landing)}</dd>
    </div>
  );
}
