import type { LoopReport } from '../../server/loop/loop-report.ts';
import type { Mark } from '../../server/loop/process.ts';
import type { Part } from '../../server/loop/turn.ts';
import { Card } from '../components/card.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import type { PeriodDays } from './loop-choice.ts';
import { partName } from './part-name.ts';
import { PeopleLink } from './people-link.tsx';
import type { Turning } from './processes.ts';

interface Props {
  of: Turning;
  report: LoopReport;
  period: PeriodDays;
  tasks: string | null;
}

/** Parts that are in sight. */
const few = 4;

/** A process: how many took part in it, and in what. */
export function ProcessCard({ of: { process, marks }, report, period, tasks }: Props) {
  const t = messages.value.loop;
  const { number } = formats.value;
  const { title, what } = t.processes[process];
  return (
    <div class={`loop-process loop-${process}`}>
      <Card title={title} aside={tasks !== null && <a href="#tasks">{tasks}</a>}>
        <p class="soft small">{what}</p>
        <p>
          <span class="loop-count">
            <PeopleLink of={{ process }} period={period} count={report.turn.processes[process]} what={title} />
          </span>{' '}
          <span class="soft small">{t.before(number(report.before.processes[process]))}</span>
        </p>
        <ul class="loop-marks">
          {marks.map((mark) => (
            <MarkLine key={mark} mark={mark} report={report} period={period} />
          ))}
        </ul>
      </Card>
    </div>
  );
}

function MarkLine({ mark, report, period }: { mark: Mark } & Pick<Props, 'report' | 'period'>) {
  const t = messages.value.loop;
  const count = report.turn.marks[mark];
  if (count === 0) return null;
  const parts = report.turn.parts.filter((part) => part.mark === mark && part.of !== '');
  const rest = parts.slice(few);
  return (
    <li>
      <p class="apart">
        <span>{t.marks[mark]}</span>
        <PeopleLink of={{ mark }} period={period} count={count} what={t.marks[mark]} />
      </p>
      <PartList parts={parts.slice(0, few)} report={report} period={period} />
      {rest.length > 0 && (
        <Disclosure summary={t.more(formats.value.number(rest.length))}>
          <PartList parts={rest} report={report} period={period} />
        </Disclosure>
      )}
    </li>
  );
}

function PartList({ parts, report, period }: { parts: readonly Part[] } & Pick<Props, 'report' | 'period'>) {
  if (parts.length === 0) return null;
  return (
    <ul class="loop-parts small">
      {parts.map(({ mark, of, people }) => {
        const name = partName(mark, of, report);
        return (
          <li key={of} class="apart">
            <span>{name}</span>
            <PeopleLink of={{ mark, part: of }} period={period} count={people} what={name} />
          </li>
        );
      })}
    </ul>
  );
}
