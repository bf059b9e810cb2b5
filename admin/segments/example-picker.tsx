import { parseResponse } from 'hono/client';
import { Plus } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import { formats, shop } from '../session/session.ts';
import { Person } from '../visitors/person.tsx';

type Found = Awaited<ReturnType<typeof find>>[number];

const shown = 6;
/** ms without a key after which it is searched. */
const pause = 250;

/** People by name, number or address, each with a button that takes them as an example. */
export function ExamplePicker({ onPick }: { onPick: (id: string) => void }) {
  const t = messages.value.byExample;
  const [q, setQ] = useState('');
  const [found, setFound] = useState<readonly Found[]>([]);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      // Without the search one pastes.
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
      <Field type="search" label={t.search} value={q} onInput={setQ} autocomplete="off" optional />
      <ul class="stack">
        {found.map((person) => (
          <li key={person.id} class="apart">
            <Person {...person} />
            <span class="row">
              <span class="soft numbers">{formats.value.amounts(person.net, shop.value?.currency ?? 'EUR')}</span>
              <Button onPress={() => onPick(person.customer ?? person.id)}>
                <Plus size={16} aria-hidden="true" />
                {t.pick}
                <span class="unseen">: {person.who ?? person.id}</span>
              </Button>
            </span>
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
