import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { sums } from './sums.ts';

interface Props {
  title: string;
  /** Of each person the ids of what they were in. */
  ids: readonly (readonly string[])[];
  /** By what id it is called what; what is not named here is gone. */
  named: readonly { id: string; name: string }[];
  hrefOf: (id: string) => string;
}

const most = 5;

/** What most of some people were in, too. */
export function Overlap({ title, ids, named, hrefOf }: Props) {
  const t = messages.value.timeMachine;
  const counts = sums(ids.map((one) => Object.fromEntries(one.map((id) => [id, 1]))));
  const known = counts.flatMap(([id, count]) => {
    const name = named.find((one) => one.id === id)?.name;
    return name === undefined ? [] : [{ id, count, name }];
  });
  if (known.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {known.slice(0, most).map(({ id, count, name }) => (
          <li key={id}>
            <a href={hrefOf(id)}>{name}</a>: {t.overlap(count, formats.value.percent(count / ids.length))}
          </li>
        ))}
      </ul>
    </>
  );
}
