import type { InferResponseType } from 'hono/client';
import type { Dimension } from '../../server/profiles/interest.ts';
import type { Liking } from '../../server/profiles/likings.ts';
import type { client } from '../api/client.ts';
import { ShareBar } from '../components/share-bar.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { shortId } from '../visitors/person.tsx';

type Example = InferResponseType<typeof client.taste.preview.$post>['examples'][number];

const kinds: readonly Dimension[] = ['categories', 'brands', 'bands'];

/** One person's likings as they are and as they would be. */
export function TasteExample({ example }: { example: Example }) {
  const t = messages.value.settings;
  const { visitor, who, customer, before, after } = example;
  // One kind that changes says enough.
  const kind = kinds.find((one) => JSON.stringify(before[one]) !== JSON.stringify(after[one])) ?? 'categories';
  const name = who ?? (customer === null ? null : messages.value.visitor.customerNumber(customer));
  return (
    <li class="taste-example">
      <a href={`/admin/visitors/${encodeURIComponent(visitor)}`}>
        {name ?? messages.value.unknownVisitor(shortId(visitor))}
      </a>
      <Side words={t.before} liked={before[kind]} kind={kind} />
      <Side words={t.after} liked={after[kind]} kind={kind} />
    </li>
  );
}

function Side({ words, liked, kind }: { words: string; liked: readonly Liking[]; kind: Dimension }) {
  const t = messages.value.visitor;
  const bands: Record<string, string> = t.bands;
  return (
    <div class="taste-side">
      <span class="soft small">{words}</span>
      {liked.length === 0 && <span class="small">{messages.value.settings.nothing}</span>}
      <ul>
        {liked.map(({ value, share }) => (
          <li key={value}>
            <span class="apart small numbers">
              <span>{kind === 'bands' ? (bands[value] ?? value) : value}</span>
              <span>{formats.value.percent(share)}</span>
            </span>
            <ShareBar share={share} />
          </li>
        ))}
      </ul>
    </div>
  );
}
