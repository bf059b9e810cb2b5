import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';

export function NewKey({ create }: { create: (name: string) => Promise<void> }) {
  const t = messages.value.keys;
  const [name, setName] = useState('');
  const { submit, busy, problem } = useSubmit(async () => {
    await create(name);
    setName('');
  });
  return (
    <form class="one-line" onSubmit={submit}>
      <Field label={t.name} hint={t.nameHint} value={name} onInput={setName} autocomplete="off" />
      <Button look="primary" submits busy={busy}>
        {t.create}
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </form>
  );
}
