import { Fragment } from 'preact';
import type { LoopReport } from '../../server/loop/loop-report.ts';
import type { Process } from '../../server/loop/process.ts';
import type { Task } from '../../server/loop/task-book.ts';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { Earned } from './earned.tsx';
import { FlowArrow } from './flow-arrow.tsx';
import type { PeriodDays } from './loop-choice.ts';
import { ProcessCard } from './process-card.tsx';
import { processes } from './processes.ts';
import { isOverdue } from './task-line.tsx';

interface Props {
  report: LoopReport;
  period: PeriodDays;
  tasks: readonly Task[];
}

/** The four processes in a ring, and what they come to in its middle. */
export function LoopPicture({ report, period, tasks }: Props) {
  const largest = Math.max(...Object.values(report.turn.flows));
  return (
    <section class="loop-ring" aria-label={messages.value.loop.picture}>
      {processes.map((turning) => (
        <Fragment key={turning.process}>
          <ProcessCard of={turning} report={report} period={period} tasks={toDo(turning.process, tasks)} />
          <FlowArrow
            flow={turning.onward}
            count={report.turn.flows[turning.onward]}
            largest={largest}
            period={period}
          />
        </Fragment>
      ))}
      <Earned report={report} period={period} />
    </section>
  );
}

function toDo(process: Process, tasks: readonly Task[]): string | null {
  const open = tasks.filter((task) => task.process === process && !task.isDone);
  if (open.length === 0) return null;
  return messages.value.loop.openTasks(formats.value.number(open.length), open.filter(isOverdue).length);
}
