import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';

export function NewEndpoint({ add }: { add: (url: string) => Promise<void> }) {
  const t = messages.value.endpoints;
  const [url, setUrl] = useState('');
  const { submit, busy, problem } = useSubmit(async () => {
    await add(url);
    setUrl('');
  });
  return (
    <form class="one-line" onSubmit={submit}>
      <Field label={t.address} hint={t.addressHint} value={url} onInput={setUrl} autocomplete="off" />
      <Button submits busy={busy}>
        {t.add}
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </form>
  );
}
