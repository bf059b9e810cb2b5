import { Ago } from '../components/ago.tsx';
import { Badge } from '../components/badge.tsx';
import { messages } from '../language/current.ts';
import type { Known } from './order-form-card.tsx';

/** Which fields of the order form the last visitor's page has found. */
export function FoundFields({ found }: Pick<Known, 'found'>) {
  const t = messages.value.orderForm;
  if (!found) return <p class="soft small">{t.foundNone}</p>;
  return (
    <div class="stack">
      <h3>{t.found}</h3>
      <p class="soft small">
        {t.foundAt(found.path)} · <Ago at={found.at} />
      </p>
      {found.fields.length === 0 ? (
        <p>{t.foundNothing}</p>
      ) : (
        <ul class="found-fields">
          {found.fields.map((field) => (
            <li key={field}>
              <Badge tone="good">{t.fields[field]}</Badge>
            </li>
          ))}
        </ul>
      )}
      {found.others.length > 0 && <p class="soft small">{t.others(found.others.join(', '))}</p>}
    </div>
  );
}
