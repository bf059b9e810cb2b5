import type { Task } from '../../server/loop/task-book.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { keepTask } from './keep-task.ts';

/** By the shop's own days. */
export function isOverdue({ due, isDone }: Pick<Task, 'due' | 'isDone'>): boolean {
  return !isDone && due !== null && due < formats.value.day(Date.now());
}

/** A task, to be ticked off or changed. */
export function TaskLine({ task, onKept, onEdit }: { task: Task; onKept: () => void; onEdit: () => void }) {
  const t = messages.value.loop;
  const { title, process, inputs, resources, owner, due, isDone } = task;
  const { submit, busy, problem } = useSubmit(async () => {
    await keepTask(task, { isDone: !isDone });
    onKept();
  });
  return (
    <li class="loop-task" data-done={isDone ? '' : undefined}>
      <input type="checkbox" checked={isDone} disabled={busy} aria-label={t.isDone(title)} onChange={() => submit()} />
      <div>
        <p class="row">
          <strong>{title}</strong> <Badge>{t.processes[process].title}</Badge>
          {isOverdue(task) && <Badge tone="warn">{t.overdue}</Badge>}
        </p>
        <p class="soft small">
          {[owner, due !== null && t.dueOn(formats.value.calendarDay(due))].filter(Boolean).join(' · ')}
        </p>
        {inputs !== '' && (
          <p class="soft small">
            {t.inputs}: {inputs}
          </p>
        )}
        {resources !== '' && (
          <p class="soft small">
            {t.resources}: {resources}
          </p>
        )}
        {problem && <ProblemNote problem={problem} />}
      </div>
      <Button look="quiet" onPress={onEdit}>
        <span aria-hidden="true">{t.edit}</span>
        <span class="unseen">{t.editWhat(title)}</span>
      </Button>
    </li>
  );
}
