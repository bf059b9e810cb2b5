import { parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import type { Dimension } from '../../server/profiles/interest.ts';
import type { Taste } from '../../server/profiles/taste.ts';
import { client } from '../api/client.ts';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { TasteExample } from './taste-example.tsx';

interface Props {
  /** Null where nothing would change. */
  taste: Taste | null;
  /** The fields say nothing that could be kept. */
  isWrong: boolean;
}

const pause = 300;

/** What a taste would change for the people who were here last, a moment after the last key. */
export function TasteEffect({ taste, isWrong }: Props) {
  const t = messages.value.settings;
  const wanted = taste === null ? '' : JSON.stringify(taste);
  const [settled, setSettled] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), pause);
    return () => clearTimeout(timer);
  }, [wanted]);
  const effect = useLoad(
    async () =>
      settled === '' ? null : parseResponse(client.taste.preview.$post({ json: JSON.parse(settled) as Taste })),
    [settled],
  );
  const found = taste === null ? null : effect.value;
  return (
    <section class="stack" aria-labelledby="taste-effect">
      <h3 id="taste-effect">{t.effect}</h3>
      {effect.problem && taste !== null && <ProblemNote problem={effect.problem} />}
      <p role="status" class="soft">
        {isWrong
          ? t.wrong
          : taste === null
            ? t.noChange
            : found === null || effect.loading || settled !== wanted
              ? t.trying
              : found.people === 0
                ? t.nobody
                : movedWords(found.people, found.moved)}
      </p>
      {found && found.people > 0 && (
        <>
          <ul class="taste-examples">
            {found.examples.map((example) => (
              <TasteExample key={example.visitor} example={example} />
            ))}
          </ul>
          {found.segments.length > 0 && (
            <div class="stack small">
              <p class="soft">{t.segments}</p>
              <ul>
                {found.segments.map(({ id, name, before, after }) => (
                  <li key={id} class="apart numbers">
                    <a href={`/admin/segments/${encodeURIComponent(id)}`}>{name}</a>
                    <span>
                      {formats.value.number(before)} → <strong>{formats.value.number(after)}</strong>
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function movedWords(people: number, moved: Record<Dimension, number>): string {
  const t = messages.value.settings;
  const { number } = formats.value;
  return `${t.moved(people, number(moved.categories))} ${t.movedElse(number(moved.brands), number(moved.bands))}`;
}
