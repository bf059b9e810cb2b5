import type { Flow } from '../../server/loop/process.ts';
import { messages } from '../language/current.ts';
import type { PeriodDays } from './loop-choice.ts';
import { PeopleLink } from './people-link.tsx';

interface Props {
  flow: Flow;
  count: number;
  /** Of all flows. */
  largest: number;
  period: PeriodDays;
}

const [thin, thick] = [1.5, 9];

/** How many go on from one process to the next: the more, the broader. */
export function FlowArrow({ flow, count, largest, period }: Props) {
  const words = messages.value.loop.flows[flow];
  const width = largest > 0 ? thin + (thick - thin) * Math.sqrt(count / largest) : thin;
  return (
    <div class={`loop-flow loop-${flow}`}>
      <svg viewBox="0 0 64 24" aria-hidden="true" data-still={count === 0 ? '' : undefined}>
        <path class="loop-stream" d="M2 12H50" stroke-width={width} />
        <path class="loop-point" d="M48 4 62 12 48 20z" />
      </svg>
      <p class="small">
        <PeopleLink of={{ flow }} period={period} count={count} what={words} /> <span class="soft">{words}</span>
      </p>
    </div>
  );
}
