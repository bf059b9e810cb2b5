import { parseResponse } from 'hono/client';
import type { PastMember } from '../../server/segments/time-machine.ts';
import { client } from '../api/client.ts';
import { messages } from '../language/current.ts';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { Overlap } from '../time-machine/overlap.tsx';

interface Props {
  people: readonly PastMember[];
  segments: readonly { id: string; name: string }[];
}

const few = 5;
const hour = 3_600_000;

/** Who would have been in a segment, who came and went, how long they stayed, and what else they were in. */
export function StaysTold({ people, segments }: Props) {
  const t = messages.value.timeMachine;
  const told = t.segments;
  const { moment } = formats.value;
  const campaigns = useLoad(loadCampaigns, []);
  const inIt = people.filter(({ stays }) => stays.length > 0);
  const stays = inIt.flatMap((one) => one.stays);
  const entered = inIt.filter((one) => one.stays.some(({ isOld }) => !isOld));
  const left = inIt.filter((one) => one.stays.some(({ isOpen }) => !isOpen));
  const whole = stays.filter(({ isOld, isOpen }) => !isOld && !isOpen).map(({ from, until }) => until - from);
  const examples = [...inIt.filter((one) => entered.includes(one)), ...inIt.filter((one) => !entered.includes(one))];
  if (people.length === 0) return <p class="soft">{told.nobody}</p>;
  return (
    <div class="stack">
      <p>
        <strong>{told.inIt(inIt.length, formats.value.number(people.length))}</strong>{' '}
        {told.moved(entered.length, left.length)}
      </p>
      {whole.length > 0 && <p class="soft small">{told.stayed(lasting(middle(whole)), whole.length)}</p>}
      <Overlap
        title={told.segments}
        ids={inIt.map((one) => one.segments)}
        named={segments}
        hrefOf={(id) => `/admin/segments/${id}`}
      />
      <Overlap
        title={told.campaigns}
        ids={inIt.map((one) => one.campaigns)}
        named={campaigns.value ?? []}
        hrefOf={(id) => `/admin/campaigns/${id}`}
      />
      {inIt.length > 0 && (
        <>
          <h3>{told.examples}</h3>
          <ul>
            {examples.slice(0, few).map(({ visitor, stays }) => {
              const stay = stays.find(({ isOld }) => !isOld) ?? stays[0];
              return (
                <li key={visitor}>
                  <a href={`/admin/visitors/${encodeURIComponent(visitor)}`}>
                    {stay && told.stay(stay.isOld ? null : moment(stay.from), stay.isOpen ? null : moment(stay.until))}
                  </a>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );

  function lasting(ms: number): string {
    const hours = ms / hour;
    if (hours < 1) return told.minutes(Math.max(1, Math.round(hours * 60)));
    return hours < 48 ? told.hours(Math.round(hours)) : told.days(Math.round(hours / 24));
  }
}

async function loadCampaigns() {
  return (await parseResponse(client.campaigns.$get())).campaigns;
}

/** The median; of an even number the upper one. */
function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
