import { messages } from '../language/current.ts';
import { type LoopNumber, type PeriodDays, peopleAddress } from './loop-choice.ts';

interface Props {
  of: LoopNumber;
  period: PeriodDays;
  count: number;
  /** What is counted, where the words beside it are not read with the link. */
  what: string;
}

/** How many people, and the way to them. */
export function PeopleLink({ of, period, count, what }: Props) {
  return (
    <a class="numbers" href={peopleAddress(of, period)}>
      {messages.value.loop.people(count)}
      <span class="unseen"> {what}</span>
    </a>
  );
}
