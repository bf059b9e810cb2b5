import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { OccasionId } from '../../server/occasions/built-in.ts';
import type { Occasions } from '../../server/occasions/occasions.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';
import { GiftPrice } from './gift-price.tsx';
import type { Chosen } from './occasions-card.tsx';
import { OwnOccasion } from './own-occasion.tsx';

interface Props {
  known: Chosen;
  /** What the fields begin with. */
  start: Occasions;
  onKept: () => Promise<void>;
}

const most = 20;
const idsOf = ({ builtIn }: Occasions) => Object.keys(builtIn) as OccasionId[];

/** Each occasion on or off, with its days; the shop's own; and what gifts cost. */
export function OccasionsForm({ known, start, onKept }: Props) {
  const t = messages.value.occasions;
  const [draft, setDraft] = useState(start);
  const isChanged = !isSame(draft, known.occasions);
  const { submit, busy, problem } = useSubmit(async () => {
    await client.occasions.$put({ json: draft });
    await onKept();
  });
  const rows = idsOf(draft).map((id) => ({ id, name: t.names[id], ...draft.builtIn[id] }));
  const put = ({ id, on, lead }: (typeof rows)[number]) =>
    setDraft({ ...draft, builtIn: { ...draft.builtIn, [id]: { on, lead } } });
  const own = (next: Occasions['own']) => setDraft({ ...draft, own: next });
  return (
    <form class="stack" onSubmit={submit}>
      <Table
        caption={t.title}
        keyOf={({ id }) => id}
        rows={rows}
        columns={[
          { label: t.occasion, cell: ({ name }) => name },
          {
            label: t.on,
            cell: (row) => (
              <input
                type="checkbox"
                aria-label={`${t.on}: ${row.name}`}
                checked={row.on}
                onChange={(event) => put({ ...row, on: event.currentTarget.checked })}
              />
            ),
          },
          {
            label: t.lead,
            cell: (row) => (
              <input
                type="number"
                class="occasion-days"
                aria-label={t.leadOf(row.name)}
                required
                min={1}
                max={120}
                step={1}
                value={Number.isNaN(row.lead) ? '' : row.lead}
                onInput={(event) => put({ ...row, lead: event.currentTarget.valueAsNumber })}
              />
            ),
          },
        ]}
      />
      <fieldset class="stack">
        <legend>{t.own}</legend>
        {draft.own.length === 0 && <p class="soft small">{t.ownNone}</p>}
        {draft.own.map((one, at) => (
          // They have no identity but their place: name and day are being typed.
          <OwnOccasion
            key={at}
            place={at + 1}
            occasion={one}
            onChange={(next) => own(draft.own.with(at, next))}
            onRemove={() => own(draft.own.toSpliced(at, 1))}
          />
        ))}
        {draft.own.length < most && (
          <div class="row">
            <Button onPress={() => own([...draft.own, { words: {}, month: 1, day: 1, year: null, lead: 14 }])}>
              <Plus size={16} aria-hidden="true" />
              {t.add}
            </Button>
          </div>
        )}
      </fieldset>
      <GiftPrice price={draft.price} known={known} onChange={(price) => setDraft({ ...draft, price })} />
      {problem && <ProblemNote problem={problem.field === null ? problem : { ...problem, message: t.wrong }} />}
      <div class="row">
        {isChanged && (
          <Button look="primary" submits busy={busy}>
            {t.keep}
          </Button>
        )}
        {isChanged && (
          <Button look="quiet" onPress={() => setDraft(known.occasions)}>
            {t.discard}
          </Button>
        )}
        {!isSame(draft, known.usual) && <Button onPress={() => setDraft(known.usual)}>{t.defaults}</Button>}
      </div>
    </form>
  );
}

function isSame(a: Occasions, b: Occasions): boolean {
  return (
    JSON.stringify([a.own, a.price]) === JSON.stringify([b.own, b.price]) &&
    idsOf(a).every((id) => a.builtIn[id].on === b.builtIn[id].on && a.builtIn[id].lead === b.builtIn[id].lead)
  );
}
