import './catalog.css';
import { parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { FilePicker } from '../components/file-picker.tsx';
import { Page } from '../components/page.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { AlertsCard } from './alerts-card.tsx';
import { Columns } from './columns.tsx';
import { FeedCard } from './feed-card.tsx';
import { FindProduct } from './find-product.tsx';
import { ImportReport } from './import-report.tsx';
import { SeenProducts } from './seen-products.tsx';
import { type Mapping, type Preview, previewFile, sendFile, type Taken } from './send-file.ts';

const askEvery = 1000;

/** The products that Vitrina knows, a file to take their place (chosen, looked at, mapped, taken in), and an address that brings one. */
export function CatalogPage() {
  const t = messages.value.catalog;
  const state = useLoad(() => parseResponse(client.catalog.$get()), []);
  const [file, setFile] = useState<File | null>(null);
  const preview = useLoad(() => (file ? previewFile(file) : Promise.resolve(null)), [file]);
  const [mapped, setMapped] = useState<{ of: Preview; mapping: Mapping } | null>(null);
  // What was chosen for this very file, at once: nothing may come later and take it back.
  const mapping = (mapped?.of === preview.value ? mapped?.mapping : preview.value?.mapping) ?? {};
  const [taken, setTaken] = useState<Taken | null>(null);
  const { submit, busy, problem } = useSubmit(async () => {
    if (!file) return;
    setTaken(await sendFile(file, mapping));
    await state.reload();
  });
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void state.reload(), askEvery);
    return () => clearInterval(timer);
  }, [busy]);

  function choose(chosen: File) {
    setTaken(null);
    setFile(chosen);
  }

  return (
    <Page title={t.title} lead={t.lead}>
      <Awaited of={state} lines={2}>
        {({ products, importing }) => (
          <Card title={t.products(products)}>
            <p class="soft">{t.formats}</p>
            <FilePicker label={t.file} accept=".csv,.tsv,.txt,.xml,.gz" onChoose={choose} />
            <p class="soft small" role="status">
              {busy && t.reading(formats.value.number(importing ?? 0))}
            </p>
          </Card>
        )}
      </Awaited>
      {file && (
        <Awaited of={preview} lines={6}>
          {(seen) =>
            seen && (
              <Columns
                preview={seen}
                mapping={mapping}
                onMap={(mapping) => setMapped({ of: seen, mapping })}
                busy={busy}
                onImport={submit}
                file={file.name}
                act={t.replace}
                actText={t.replaceText}
              />
            )
          }
        </Awaited>
      )}
      {problem && <ProblemNote problem={problem} />}
      {taken && <ImportReport taken={taken} />}
      <FindProduct />
      <FeedCard onTaken={state.reload} />
      <AlertsCard />
      <SeenProducts onChange={state.reload} />
    </Page>
  );
}
