import { type InferResponseType, parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { asBytes } from '../api/as-bytes.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { FilePicker } from '../components/file-picker.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { RefusedLines } from '../components/refused-lines.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';

type Taken = InferResponseType<typeof client.companies.$post>;

const example = 'network,company,domain,industry,size\n8.8.8.0/24,Acme,acme.example,Tea,51-200';

/** A file of companies in place of the one before; which of its lines were not taken, and why. */
export function CompanyFile({ onTaken }: { onTaken: () => Promise<void> }) {
  const t = messages.value.companies;
  const [file, setFile] = useState<File | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const { submit, busy, problem } = useSubmit(async () => {
    if (!file) return;
    setTaken(null);
    setTaken(await parseResponse(client.companies.$post({ query: { name: file.name } }, asBytes(file))));
    await onTaken();
  });
  return (
    <Disclosure summary={t.file}>
      <form class="stack" onSubmit={submit}>
        <p class="soft">{t.fileText}</p>
        <CopyField label={t.example} text={example} />
        <FilePicker label={t.choose} accept=".csv,.tsv,.txt,.gz" onChoose={setFile} />
        <div class="row">
          <Button submits busy={busy || !file}>
            {t.take}
          </Button>
        </div>
        {problem && <ProblemNote problem={problem} />}
        <div role="status">
          {taken && (
            <p>
              {taken.ranges === 0 ? t.nothing : t.has(taken.ranges, taken.companies, taken.nobody)}
              {taken.refused.count > 0 && ` · ${t.refused(taken.refused.count)}`}
            </p>
          )}
          {taken && <RefusedLines lines={taken.refused.first} sentence={t.line} />}
        </div>
      </form>
    </Disclosure>
  );
}
