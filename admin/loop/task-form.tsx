import { useState } from 'preact/hooks';
import type { Task, TaskFields } from '../../server/loop/task-book.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { SecondThought } from '../components/second-thought.tsx';
import { messages } from '../language/current.ts';
import { SelectField } from '../profit/select-field.tsx';
import { useSubmit } from '../session/use-submit.ts';
import { keepTask } from './keep-task.ts';
import { processes } from './processes.ts';

interface Props {
  /** Version 0 is a new one. */
  task: Task;
  onKept: () => void;
  onCancel: () => void;
}

/** What is to be done, with what, by whom and until when. */
export function TaskForm({ task, onKept, onCancel }: Props) {
  const t = messages.value.loop;
  const [draft, setDraft] = useState<TaskFields>(task);
  const set = (changes: Partial<TaskFields>) => setDraft({ ...draft, ...changes });
  const { submit, busy, problem } = useSubmit(async () => {
    await keepTask(task, fieldsOf(draft));
    onKept();
  });
  const isChanged = problem?.code === 'task-changed';
  return (
    <form class="loop-task-form" onSubmit={submit}>
      <Field
        label={t.task}
        value={draft.title}
        onInput={(title) => set({ title })}
        error={problem?.field === 'task.title' ? problem.message : null}
        first
      />
      <SelectField
        label={t.process}
        value={draft.process}
        options={processes.map(({ process: value }) => ({ value, label: t.processes[value].title }))}
        onChoose={(process) => set({ process })}
      />
      <Field label={t.inputs} hint={t.inputsHint} value={draft.inputs} onInput={(inputs) => set({ inputs })} optional />
      <Field
        label={t.resources}
        hint={t.resourcesHint}
        value={draft.resources}
        onInput={(resources) => set({ resources })}
        optional
      />
      <Field label={t.owner} value={draft.owner} onInput={(owner) => set({ owner })} optional />
      <Field
        type="date"
        label={t.due}
        value={draft.due ?? ''}
        onInput={(due) => set({ due: due === '' ? null : due })}
        optional
      />
      <div class="row">
        <Button submits look="primary" busy={busy}>
          {t.save}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t.cancel}
        </Button>
        {task.version > 0 && (
          <SecondThought
            words={{ ask: t.delete, surely: t.deleteSurely, keep: t.keep }}
            act={async () => {
              await client.loop.tasks[':id'].$delete({ param: { id: task.id } });
              onKept();
            }}
          />
        )}
      </div>
      {isChanged && <p role="alert">{t.taskChanged}</p>}
      {problem && !isChanged && problem.field !== 'task.title' && <ProblemNote problem={problem} />}
    </form>
  );
}

function fieldsOf({ process, title, inputs, resources, owner, due, isDone }: TaskFields): TaskFields {
  return { process, title, inputs, resources, owner, due, isDone };
}
