import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Field } from '../components/field.tsx';
import { FilePicker } from '../components/file-picker.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { SecondThought } from '../components/second-thought.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';

/** Lists of codes, of which a coupon gives each person one. */
export function CouponsCard() {
  const t = messages.value.coupons;
  const { number } = formats.value;
  const known = useLoad(async () => (await parseResponse(client.coupons.$get())).lists, []);
  return (
    <Card title={t.title}>
      <p class="soft">{t.lead}</p>
      <Awaited of={known} lines={3}>
        {(lists) =>
          lists.length === 0 ? (
            <p class="soft">{t.empty}</p>
          ) : (
            <Table
              caption={t.title}
              rows={lists}
              keyOf={({ list }) => list}
              columns={[
                { label: t.list, cell: ({ list }) => list },
                { label: t.codes, number: true, cell: ({ codes }) => number(codes) },
                { label: t.taken, number: true, definition: t.takenMeaning, cell: ({ taken }) => number(taken) },
                { label: t.used, number: true, definition: t.usedMeaning, cell: ({ used }) => number(used) },
                {
                  label: t.left,
                  number: true,
                  cell: ({ list, codes, taken }) => (
                    <span class="stack">
                      {number(codes - taken)}
                      {codes > taken && <Withdraw list={list} onDone={known.reload} />}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Awaited>
      <AddCodes onAdded={() => void known.reload()} />
    </Card>
  );
}

function Withdraw({ list, onDone }: { list: string; onDone: () => Promise<void> }) {
  const t = messages.value.coupons;
  return (
    <SecondThought
      words={{ ask: t.withdraw, surely: t.withdrawSurely, keep: t.keep }}
      what={list}
      meaning={t.withdrawMeaning}
      act={async () => {
        await client.coupons[':list'].$delete({ param: { list } });
        await onDone();
      }}
    />
  );
}

function AddCodes({ onAdded }: { onAdded: () => void }) {
  const t = messages.value.coupons;
  const [list, setList] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [added, setAdded] = useState<{ added: number; known: number } | null>(null);
  const { submit, busy, problem } = useSubmit(async () => {
    setAdded(null);
    if (!file) return;
    const init = { body: file, headers: { 'x-vitrina': '1', 'content-type': 'text/plain' } };
    setAdded(await parseResponse(client.coupons[':list'].$post({ param: { list: list.trim() } }, { init })));
    onAdded();
  });
  const isOfName = problem?.field === 'list';
  return (
    <Disclosure summary={t.add}>
      <form class="stack segment-import" onSubmit={submit}>
        <Field
          label={t.name}
          hint={t.nameHint}
          value={list}
          onInput={setList}
          error={isOfName ? t.nameHint : null}
          autocomplete="off"
        />
        <FilePicker label={t.file} accept=".csv,.txt" hint={t.fileHint} onChoose={setFile} />
        <div class="row">
          <Button look="primary" submits busy={busy || file === null}>
            {t.send}
          </Button>
        </div>
        {problem && !isOfName && <ProblemNote problem={problem} />}
        <p role="status">
          {added && t.added(added.added)} {added && added.known > 0 && t.known(added.known)}
        </p>
      </form>
    </Disclosure>
  );
}
