import type { GroupFigures } from '../../server/customers/report.ts';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { messages } from '../language/current.ts';
import { formats, shop } from '../session/session.ts';
import { peopleAddress } from './people-address.ts';

/** The groups where they lie: lately to the right, often and for much upwards. The deeper the colour, the more of the net revenue. */
export function GroupMap({ groups }: { groups: readonly GroupFigures[] }) {
  const t = messages.value.customers;
  const { names, meanings } = messages.value.groups;
  const { number, money, percent } = formats.value;
  const currency = shop.value?.currency ?? 'EUR';
  const net = groups.reduce((sum, group) => sum + group.net, 0);
  return (
    <Card title={t.groups} aside={<Explained definition={t.groupsMeaning}>{t.how}</Explained>}>
      <ul class="group-map">
        {groups.map((group) => {
          const share = net > 0 ? group.net / net : 0;
          const depth = Math.round(Math.sqrt(share) * 100);
          return (
            <li key={group.group} style={{ gridArea: group.group }}>
              <a class="group-tile" href={peopleAddress({ group: group.group })} style={{ '--depth': `${depth}%` }}>
                <span class="group-name">{names[group.group]}</span>
                <span class="group-count numbers">{number(group.people)}</span>
                {group.group !== 'prospects' && (
                  <span class="numbers small">
                    {money({ amount: group.net, currency })} · {t.shareOfNet(percent(share))}
                  </span>
                )}
                <span class="group-meaning small">{meanings[group.group]}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
