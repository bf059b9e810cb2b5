import { type InferResponseType, parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Field } from '../components/field.tsx';
import { FilePicker } from '../components/file-picker.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';
import { ListReport } from './list-report.tsx';

export type Taken = InferResponseType<(typeof client.segments.lists)[':name']['$post']>;

/** A segment of people who are named in a file. */
export function ListImport({ onTaken }: { onTaken: () => void }) {
  const t = messages.value.segments.lists;
  const [name, setName] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const { submit, busy, problem } = useSubmit(async () => {
    if (!file) return;
    const init = { body: file, headers: { 'x-vitrina': '1', 'content-type': 'text/csv' } };
    setTaken(await parseResponse(client.segments.lists[':name'].$post({ param: { name: name.trim() } }, { init })));
    onTaken();
  });
  return (
    <Disclosure summary={t.title}>
      <form class="stack segment-import" onSubmit={submit}>
        <p class="soft">{t.lead}</p>
        <Field label={messages.value.segments.name} value={name} onInput={setName} autocomplete="off" />
        <FilePicker
          label={t.file}
          accept=".csv,.tsv,.txt"
          hint={t.fileHint}
          onChoose={(chosen) => {
            setFile(chosen);
            setTaken(null);
            if (name === '') setName(chosen.name.replace(/\.\w+$/, '').slice(0, 100));
          }}
        />
        <div class="row">
          <Button look="primary" submits busy={busy || file === null}>
            {t.take}
          </Button>
        </div>
        {problem && <ProblemNote problem={problem} />}
        <div role="status">{taken && <ListReport taken={taken} />}</div>
      </form>
    </Disclosure>
  );
}
