import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import type { Taken } from './list-import.tsx';

/** What came of a file: whom it named, and which lines named nobody. */
export function ListReport({ taken: { keys, known, unknown, segment } }: { taken: Taken }) {
  const t = messages.value.segments.lists;
  const { number } = formats.value;
  const missing = keys - known;
  return (
    <div class="stack">
      <p>
        {t.taken(number(known), number(keys))} <a href={`/admin/segments/${segment.id}`}>{segment.name}</a>
      </p>
      {missing > 0 && (
        <>
          <p class="soft">{t.unknown(missing)}</p>
          <ul class="small numbers">
            {unknown.map(({ line, value }) => (
              <li key={line}>{t.line(number(line), value)}</li>
            ))}
          </ul>
          {missing > unknown.length && <p class="soft small">{t.more(number(missing - unknown.length))}</p>}
        </>
      )}
    </div>
  );
}
