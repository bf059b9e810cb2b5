import type { Visitor } from '../../server/profiles/visitor.ts';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

const purposes = ['statistics', 'personalisation', 'marketing'] as const;

/** What this person has allowed and refused, when, and by whose word. */
export function ConsentHistory({ words }: { words: Visitor['consentHistory'] }) {
  const t = messages.value.consent;
  const names = messages.value.why.purposes;
  const { list, moment } = formats.value;
  if (words.length === 0) return null;
  return (
    <Card title={t.title}>
      <ol class="stack">
        {words.map(({ at, consent }) => {
          const granted = purposes.filter((purpose) => consent[purpose]).map((purpose) => names[purpose]);
          const by = consent.source === undefined ? t.nobody : t.sources[consent.source];
          return (
            <li key={at}>
              <p class="visitor-value">{granted.length === 0 ? t.nothing : list(granted)}</p>
              <p class="soft small">
                {[by, consent.text && t.text(consent.text), moment(at)].filter(Boolean).join(' · ')}
              </p>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
