import type { LiveVisitor } from '../../server/live/live-event.ts';
import { Ago } from '../components/ago.tsx';
import { Card } from '../components/card.tsx';
import { firstMessages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { Person } from '../visitors/person.tsx';

const shown = 15;

/** Everyone with an event in the last five minutes, with what lies in their cart. */
export function PeopleNow({ visitors }: { visitors: readonly LiveVisitor[] }) {
  const t = firstMessages.value.live;
  return (
    <Card title={t.peopleNow}>
      <ul class="feed">
        {visitors.slice(0, shown).map((visitor) => (
          <li key={visitor.visitor} class="feed-row">
            <div class="feed-words">
              <p>
                <Person
                  id={visitor.visitor}
                  who={visitor.who}
                  country={visitor.country}
                  simulated={visitor.simulated}
                />
              </p>
              {visitor.company !== null && <p class="small">{firstMessages.value.companies.from(visitor.company)}</p>}
              <p class="soft small">{visitor.title ?? visitor.path}</p>
              {visitor.cart.pieces > 0 && (
                <p class="small numbers">
                  {t.inCart(visitor.cart.pieces)}
                  {visitor.cart.value && ` · ${formats.value.money(visitor.cart.value)}`}
                </p>
              )}
            </div>
            <div class="feed-side small soft">
              <Ago at={visitor.at} />
              {visitor.device && (
                <span>
                  {[firstMessages.value.devices[visitor.device], visitor.browser].filter(Boolean).join(' · ')}
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
      {visitors.length > shown && <p class="soft small">{t.morePeople(visitors.length - shown)}</p>}
      {visitors.length === 0 && <p class="soft">{t.nobody}</p>}
    </Card>
  );
}
