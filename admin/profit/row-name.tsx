import type { ProfitRow } from '../../server/profit/report.ts';
import type { Dimension } from '../../server/profit/sheet.ts';
import { Flag } from '../components/flag.tsx';
import { messages } from '../language/current.ts';
import { placeName } from '../visitor/place-name.ts';
import { Person } from '../visitors/person.tsx';

export const withoutOrder = '~';

/** Who or what a row is of. */
export function RowName({ row: { key, name, visitor }, by }: { row: ProfitRow; by: Dimension }) {
  if (visitor)
    return <Person id={visitor.id} who={visitor.who} country={visitor.country} simulated={visitor.simulated} />;
  if (by === 'region' && key !== null && key !== withoutOrder)
    return (
      <span class="row">
        <Flag country={key.slice(0, 2)} /> {keyName(key, name, by)}
      </span>
    );
  return <>{keyName(key, name, by)}</>;
}

/** The same as plain words. */
export function keyName(key: string | null, name: string | null, by: Dimension): string {
  const t = messages.value.profit;
  if (key === null) return t.unknown[by];
  if (key === withoutOrder) return t.withoutOrder;
  if (by === 'region') return placeName(key);
  if (by === 'channel') return Object.entries(messages.value.arrivals.channels).find(([id]) => id === key)?.[1] ?? key;
  return name ?? (by === 'customer' ? messages.value.unknownVisitor(key.slice(-6)) : key);
}
