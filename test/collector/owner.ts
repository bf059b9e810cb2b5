import type { LiveEvent } from '../../server/live/live-event.ts';
import type { TimelineEntry, Visitor } from '../../server/profiles/visitor.ts';
import type { PeoplePage } from '../../server/visitors/people-list.ts';
import type { TimelinePage } from '../../server/visitors/timeline.ts';
import type { Installation } from '../runtimes.ts';

/** The shop's owner, who asks through the panel's own addresses. */
export interface Owner {
  /** As it stands in the tag. */
  site: string;
  /** What the shop's backend signs with. */
  identitySecret: string;
  email: string;
  password: string;
  /** The link that created the account. */
  link: string;
  ask(path: string, init?: RequestInit): Promise<Response>;
  read(path: string): Promise<unknown>;
  /** Whose an event is. */
  visitorOf(event: string): Promise<string>;
  visitor(id: string): Promise<Visitor>;
  timeline(visitor: string): Promise<TimelineEntry[]>;
  /** Everything that the panel shows of visitors and events, to be compared with itself later. */
  everything(): Promise<unknown>;
}

export const fromPanel = { 'x-vitrina': '1', 'content-type': 'application/json' };

/** Opens the link of the terminal, creates the owner, and reads the install page. */
export async function signUp(installation: Pick<Installation, 'origin' | 'ownerLink'>): Promise<Owner> {
  const account = { name: 'Ольга', email: 'owner@shop.example', password: 'correct horse battery' };
  const link = await installation.ownerLink();
  const created = await fetch(`${installation.origin}/admin/api/setup`, {
    method: 'POST',
    headers: fromPanel,
    body: JSON.stringify({ link, ...account }),
  });
  if (created.status !== 201) throw new Error(`no owner: ${created.status} ${await created.text()}`);
  const cookie = created.headers.get('set-cookie')?.split(';')[0] ?? '';

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${installation.origin}/admin/api${path}`, { ...init, headers: { cookie, ...fromPanel, ...init.headers } });
  const read = async (path: string): Promise<unknown> => {
    const answer = await ask(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const { site, identitySecret } = (await read('/install')) as { site: string; identitySecret: string };

  return {
    site,
    identitySecret,
    ...account,
    link,
    ask,
    read,
    visitorOf: async (id) => {
      const { events } = (await read('/live')) as { events: LiveEvent[] };
      const found = events.find((event) => event.id === id);
      if (!found) throw new Error(`the live view has no event ${id}`);
      return found.visitor;
    },
    visitor: async (id) => (await read(`/visitors/${id}`)) as Visitor,
    timeline: async (id) => ((await read(`/visitors/${id}/timeline`)) as TimelinePage).entries,
    everything: async () => {
      const { events } = (await read('/live')) as { events: LiveEvent[] };
      const { visitors, total } = (await read('/visitors')) as PeoplePage;
      return { events, visitors, total };
    },
  };
}
