import { parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import { Person } from '../visitors/person.tsx';

type Found = Awaited<ReturnType<typeof find>>[number];

const shown = 5;
/** ms without a key after which it is searched. */
const pause = 250;

/** People of the shop, of whom one is chosen. */
export function VisitorPicker({ chosen, onPick }: { chosen: string | null; onPick: (id: string) => void }) {
  const t = messages.value.recipes;
  const [q, setQ] = useState('');
  const [found, setFound] = useState<readonly Found[]>([]);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      // Without the search there is nobody to choose, and the examples remain.
      find(q.trim()).then(
        (people) => current && setFound(people),
        () => {},
      );
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [q]);
  return (
    <div class="stack">
      <Field type="search" label={t.findVisitor} value={q} onInput={setQ} autocomplete="off" optional />
      <ul class="stack">
        {found.map((person) => (
          <li key={person.id} class="apart">
            <Person {...person} />
            {person.id === chosen ? (
              <Badge tone="good">✓</Badge>
            ) : (
              <Button onPress={() => onPick(person.id)}>
                {t.take}
                <span class="unseen">: {person.who ?? person.id}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

async function find(q: string) {
  const { visitors } = await parseResponse(client.visitors.$get({ query: q === '' ? {} : { q } }));
  return visitors.slice(0, shown);
}
