import { parseResponse } from 'hono/client';
import type { ListKind, Ranking, RankingOfKind } from '../../server/recommend/ranking/ranking.ts';
import { client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';

/** What stands in the lines of the form: a number may be half written. */
type Written = Omit<RankingOfKind, 'strength' | 'most' | 'keepFirst'> &
  Record<'strength' | 'most' | 'keepFirst', string>;
export type WrittenRanking = Record<ListKind, Written>;

interface Props {
  holds: Ranking;
  /** Of what holds. */
  version: number;
  usual: Ranking;
  written: WrittenRanking;
  onChange: (written: WrittenRanking) => void;
  onKept: (version: number) => Promise<void>;
  /** Takes what holds in the shop by now, in place of what is written. */
  onLoad: () => Promise<void>;
}

/** How far search results and categories go by who looks at them. */
export function RankingForm({ holds, version, usual, written, onChange, onKept, onLoad }: Props) {
  const t = messages.value.ranking;
  const isSame = (other: Ranking) => JSON.stringify(written) === JSON.stringify(writtenOf(other));
  const { submit, busy, problem } = useSubmit(async () => {
    const json = { ranking: rankingOf(written), base: version };
    await onKept((await parseResponse(client.shelves.ranking.$put({ json }))).version);
  });
  const refused = problem?.status === 422 ? problem.field : null;
  return (
    <form class="stack" onSubmit={submit}>
      <div class="ranking-kinds">
        {(['search', 'category'] as const).map((kind) => (
          <KindPart
            key={kind}
            kind={kind}
            written={written[kind]}
            refused={refused}
            onChange={(part) => onChange({ ...written, [kind]: { ...written[kind], ...part } })}
          />
        ))}
      </div>
      {problem?.code === 'ranking-changed' ? (
        <div class="row" role="alert">
          <p>{t.conflict}</p>
          <Button onPress={() => void onLoad()}>{t.loadTheirs}</Button>
        </div>
      ) : (
        problem && refused === null && <ProblemNote problem={problem} />
      )}
      <div class="row">
        {!isSame(holds) && (
          <>
            <Button look="primary" submits busy={busy}>
              {t.save}
            </Button>
            <Button onPress={() => onChange(writtenOf(holds))}>{t.discard}</Button>
          </>
        )}
        {!isSame(usual) && <Button onPress={() => onChange(writtenOf(usual))}>{t.usual}</Button>}
      </div>
    </form>
  );
}

interface PartProps {
  kind: ListKind;
  written: Written;
  refused: Problem['field'];
  onChange: (part: Partial<Written>) => void;
}

function KindPart({ kind, written, refused, onChange }: PartProps) {
  const t = messages.value.ranking;
  const line = (name: 'strength' | 'most' | 'keepFirst', hint?: string) => (
    <Field
      label={t[name]}
      type="number"
      range={{ least: 0, most: 100, step: 1 }}
      value={written[name]}
      onInput={(value) => onChange({ [name]: value })}
      error={refused === `ranking.${kind}.${name}` ? t.refused : null}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <fieldset class="stack">
      <legend>{t.kinds[kind]}</legend>
      <Check label={t.isOn} isOn={written.isOn} onTurn={(isOn) => onChange({ isOn })} />
      {written.isOn && (
        <>
          {line('strength', t.strengthHint)}
          {line('most')}
          {line('keepFirst', t.keepFirstHint)}
          <Check label={t.sinks} isOn={written.sinks} onTurn={(sinks) => onChange({ sinks })} />
        </>
      )}
    </fieldset>
  );
}

function Check({ label, isOn, onTurn }: { label: string; isOn: boolean; onTurn: (isOn: boolean) => void }) {
  return (
    <label class="recipe-check">
      <input type="checkbox" checked={isOn} onChange={(event) => onTurn(event.currentTarget.checked)} /> {label}
    </label>
  );
}

export function writtenOf({ search, category }: Ranking): WrittenRanking {
  const of = ({ isOn, strength, most, keepFirst, sinks }: RankingOfKind): Written => ({
    ...{ isOn, sinks, most: String(most), keepFirst: String(keepFirst) },
    strength: String(Math.round(100 * strength)),
  });
  return { search: of(search), category: of(category) };
}

function rankingOf({ search, category }: WrittenRanking): Ranking {
  const of = ({ isOn, strength, most, keepFirst, sinks }: Written): RankingOfKind => ({
    ...{ isOn, sinks, most: Number(most), keepFirst: Number(keepFirst) },
    strength: Number(strength) / 100,
  });
  return { search: of(search), category: of(category) };
}
