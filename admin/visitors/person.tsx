import './person.css';
import { Badge } from '../components/badge.tsx';
import { Flag } from '../components/flag.tsx';
import { firstMessages } from '../language/current.ts';

interface Props {
  id: string;
  who: string | null;
  country: string | null;
  simulated: boolean;
}

/** Someone, by name or by the end of their id, as a link to what is known of them. */
export function Person({ id, who, country, simulated }: Props) {
  const t = firstMessages.value;
  return (
    <span class="person">
      <a href={`/admin/visitors/${encodeURIComponent(id)}`}>{who ?? t.unknownVisitor(shortId(id))}</a>
      <Flag country={country} />
      {simulated && <Badge title={t.badges.simulatedMeaning}>{t.badges.simulated}</Badge>}
    </span>
  );
}

/** Time-ordered ids begin alike: their ends tell them apart. */
export function shortId(id: string): string {
  return id.slice(-6);
}
