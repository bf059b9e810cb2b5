import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';

/** The segments that a person is in at this moment. */
export function OfPerson({ visitor }: { visitor: string }) {
  const t = messages.value.segments;
  const of = useLoad(() => parseResponse(client.segments.of[':visitor'].$get({ param: { visitor } })), [visitor]);
  return (
    <Card title={t.ofPerson} aside={<Explained definition={t.ofPersonMeaning}>{messages.value.visitor.how}</Explained>}>
      <Awaited of={of} lines={2}>
        {({ segments }) =>
          segments.length === 0 ? (
            <p class="soft">{t.ofPersonNone}</p>
          ) : (
            <ul class="stack">
              {segments.map(({ id, name }) => (
                <li key={id}>
                  <a href={`/admin/segments/${id}`}>{name}</a>
                </li>
              ))}
            </ul>
          )
        }
      </Awaited>
    </Card>
  );
}
