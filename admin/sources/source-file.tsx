import { type InferResponseType, parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { asBytes } from '../api/as-bytes.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Field } from '../components/field.tsx';
import { FilePicker } from '../components/file-picker.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { RefusedLines } from '../components/refused-lines.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';

type Taken = InferResponseType<(typeof client.sources)[':id']['file']['$post']>;

const example = 'customer,email,time,interests,tier,employees:number\n42,,2026-11-21,news,gold,12';

/** A file of what a source knows of people; which of its lines were not taken, and why. */
export function SourceFile({ onTaken }: { onTaken: () => Promise<void> }) {
  const t = messages.value.sources;
  const [id, setId] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const { submit, busy, problem } = useSubmit(async () => {
    if (!file) return;
    setTaken(null);
    setTaken(await parseResponse(client.sources[':id'].file.$post({ param: { id: id.trim() } }, asBytes(file))));
    await onTaken();
  });
  return (
    <Disclosure summary={t.file}>
      <form class="stack" onSubmit={submit}>
        <p class="soft">{t.fileText}</p>
        <CopyField label={t.example} text={example} />
        <Field label={t.name} hint={t.nameHint} value={id} onInput={setId} autocomplete="off" />
        <FilePicker label={t.choose} accept=".csv,.tsv,.txt,.gz" onChoose={setFile} />
        <div class="row">
          <Button submits busy={busy || !file}>
            {t.take}
          </Button>
        </div>
        {problem && <ProblemNote problem={problem} />}
        <div role="status">
          {taken && <p>{t.taken(taken.kept, taken.known, taken.refused.count)}</p>}
          {taken && <RefusedLines lines={taken.refused.first} sentence={t.line} />}
        </div>
      </form>
    </Disclosure>
  );
}
