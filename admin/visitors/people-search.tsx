import { parseResponse } from 'hono/client';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Field } from '../components/field.tsx';
import { Person } from './person.tsx';

export type Found = Awaited<ReturnType<typeof find>>[number];

interface Props {
  label: string;
  /** Whatever stands beside somebody who was found. */
  children(person: Found): ComponentChildren;
}

const shown = 6;
/** ms without a key after which it is searched. */
const pause = 250;

/** The first people by name, number or address, each with what one may do. */
export function PeopleSearch({ label, children }: Props) {
  const [q, setQ] = useState('');
  const [found, setFound] = useState<readonly Found[]>([]);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      // Without the search there is nobody to choose, and the page has another way.
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
      <Field type="search" label={label} value={q} onInput={setQ} autocomplete="off" optional />
      <ul class="stack">
        {found.map((person) => (
          <li key={person.id} class="apart">
            <Person {...person} />
            {children(person)}
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
