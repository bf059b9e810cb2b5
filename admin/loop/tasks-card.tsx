import { useState } from 'preact/hooks';
import type { Task } from '../../server/loop/task-book.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import type { Loaded } from '../load/use-load.ts';
import { session } from '../session/session.ts';
import { TaskForm } from './task-form.tsx';
import { TaskLine } from './task-line.tsx';

/** What staff has to do for the loop, the most urgent first. */
export function TasksCard({ tasks }: { tasks: Loaded<Task[]> }) {
  const t = messages.value.loop;
  const [edited, setEdited] = useState<Task | null>(null);
  const close = () => {
    setEdited(null);
    void tasks.reload();
  };
  return (
    <div id="tasks">
      <Card
        title={t.tasks}
        aside={
          edited === null && (
            <Button look="plain" onPress={() => setEdited(newTask())}>
              {t.newTask}
            </Button>
          )
        }
      >
        {edited && <TaskForm key={edited.id} task={edited} onKept={close} onCancel={() => setEdited(null)} />}
        <Awaited of={tasks} lines={3}>
          {(all) =>
            all.length === 0 ? (
              edited === null && <p class="soft">{t.tasksEmpty}</p>
            ) : (
              <ul class="loop-tasks">
                {all.map((task) => (
                  <TaskLine
                    key={task.id}
                    task={task}
                    onKept={() => void tasks.reload()}
                    onEdit={() => setEdited(task)}
                  />
                ))}
              </ul>
            )
          }
        </Awaited>
      </Card>
    </div>
  );
}

function newTask(): Task {
  return {
    ...{ id: crypto.randomUUID(), version: 0, by: '', at: 0 },
    ...{ process: 'segment', title: '', inputs: '', resources: '', owner: ownName(), due: null },
    isDone: false,
  };
}

function ownName(): string {
  return session.value?.state === 'signed-in' ? session.value.staff.name : '';
}
