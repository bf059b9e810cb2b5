import { type Channel, channels } from '../acquisition/channel.ts';
import { newestSeq, type SqlValue, type Store } from '../store/store.ts';
import type { Contact } from './contact.ts';

/** Rows of the log that are looked through together: some ms of the reader's thread. */
const stride = 20_000;

/**
 * Visits, and minutes of service that a `message` tells (`params.minutes`), of days from and to; of these visitors alone where some are
 * named. `dayOf` names the day of a time.
 */
export async function loadContacts(
  { from, to, visitors }: { from: string; to: string; visitors: readonly string[] | null },
  dayOf: (at: number) => string,
  store: Pick<Store, 'all'>,
): Promise<Contact[]> {
  const contacts: Contact[] = [];
  // A day of any zone begins within 14 hours of that of UTC.
  const margin = 15 * 3_600_000;
  const [first, last] = [Date.parse(from) - margin, Date.parse(to) + 86_400_000 + margin];
  const take = (rows: readonly SqlValue[][]) => {
    for (const [visitor, at, minutes, came, country, region] of rows) {
      const day = dayOf(Number(at));
      if (day < from || day > to) continue;
      const where = { visitor: String(visitor), day, region: textOf(region) ?? textOf(country) };
      if (minutes === null) contacts.push({ ...where, per: 'visit', count: 1, came: channelOf(came) });
      else contacts.push({ ...where, per: 'minute', count: Math.max(0, Number(minutes) || 0), came: null });
    }
  };
  if (visitors) {
    take(await store.all(contactsOf, [JSON.stringify(visitors), first, last]));
    return contacts;
  }
  const [row] = await store.all(newestSeq, []);
  const newest = Number(row?.[0] ?? 0);
  for (let seq = 0; seq < newest; seq += stride) take(await store.all(contactsIn, [seq, seq + stride, first, last]));
  return contacts;
}

const contact =
  "SELECT visitor, at, body ->> '$.params.minutes', body ->> '$.source.channel', body ->> '$.client.country', " +
  "body ->> '$.client.region' FROM log WHERE " +
  "((name = 'page_view' AND body ->> '$.source' IS NOT NULL) OR (name = 'message' AND body ->> '$.params.minutes' IS NOT NULL)) AND ";
const contactsIn = `${contact} seq > ? AND seq <= ? AND at >= ? AND at < ?`;
const contactsOf = `${contact} visitor IN (SELECT value FROM json_each(?)) AND at >= ? AND at < ?`;

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function channelOf(value: unknown): Channel | null {
  return channels.find((channel) => channel === value) ?? null;
}
