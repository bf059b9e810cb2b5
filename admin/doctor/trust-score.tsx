import type { Trust } from '../../server/doctor/trust.ts';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

/** One number for all of it, and the parts that make it. */
export function TrustScore({ trust: { score, parts } }: { trust: Trust }) {
  const t = messages.value.doctor;
  const { number, percent } = formats.value;
  return (
    <Card title={t.trust}>
      {score === null ? <p>{t.trustNone}</p> : <p class="doctor-score numbers">{number(score)}</p>}
      <p class="soft small">{t.trustMeaning}</p>
      <dl class="stack">
        {parts.map(({ name, weight, wrong, points }) => (
          <div key={name}>
            <dt class="apart">
              <Explained definition={t.parts[name].meaning}>{t.parts[name].label}</Explained>
              <span class="numbers">{points === null ? '–' : number(points)}</span>
            </dt>
            <dd>
              <ShareBar share={(points ?? 0) / 100} />
            </dd>
            <dd class="soft small">
              {[wrong === null ? t.notJudged : t.wrong(percent(wrong)), t.weight(percent(weight / 100))].join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
