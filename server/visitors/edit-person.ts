import type { OpenShop } from '../collect/open-shop.ts';
import { standIn } from '../identity/stand-in.ts';
import { newVisitor } from '../identity/visitor-token.ts';
import type { Edited, LogEvent } from '../log/log-event.ts';
import { Problem } from '../problem.ts';
import { believed, factsOf } from '../profiles/believed.ts';
import type { Profile } from '../profiles/profile.ts';
import { traitsOf } from '../profiles/read.ts';
import { editEvents } from './edits-of.ts';
import { knownPerson } from './known-person.ts';
import { readEdit } from './read-edit.ts';

interface Editing {
  shop: OpenShop;
  /** Id of the member of the staff. */
  staff: string;
  /** ms since 1970. */
  now: number;
}

/**
 * Writes down what staff corrects of the person behind a visitor: an event, kept by the surest of their keys. Null takes a trait
 * away. What is known already changes nothing. Throws a `Problem` for a value that does not fit.
 */
export async function editPerson(id: string, traits: Record<string, unknown>, editing: Editing): Promise<void> {
  const { shop, now } = editing;
  const { questions, sources } = shop;
  const profile = await knownPerson(id, shop);
  const stood = standing(profile, editing);
  const told = factsOf(profile, sources.rules(), now).map(({ trait }) => trait);
  const known = new Set([...profile.traits.keys(), ...profile.edits.keys(), ...told]);
  const edits = Object.entries(traits).flatMap(([trait, value]): Edited[] => {
    const next = readEdit(trait, value, { questions, known });
    const before = stood.get(trait) ?? '';
    return next === before ? [] : [{ trait, value: next, before, own: ownOf(profile, trait) }];
  });
  if (edits.length > 0) await write(id, { edits, params: {} }, profile, editing);
}

/** Takes back what of a correction stands still: what stood before stands again. */
export async function undoEdit(id: string, edit: string, editing: Editing): Promise<void> {
  const { people, store } = editing.shop;
  const profile = await knownPerson(id, editing.shop);
  const { visitors } = await people.of(id);
  const events = await editEvents([...visitors.keys()], store);
  const place = events.findIndex((event) => event.id === edit);
  if (place < 0) throw new Problem(404, 'unknown-edit', `Nothing was corrected under the id "${edit}".`);
  const stood = standing(profile, editing);
  const edits = (events[place]?.edits ?? []).flatMap(({ trait }): Edited[] => {
    if (profile.edits.get(trait)?.id !== edit) return [];
    const earlier = events
      .slice(place + 1)
      .flatMap(({ edits = [], at }) =>
        edits.filter((one) => one.trait === trait).map((one) => ({ since: at, ...one })),
      );
    const [last] = earlier;
    const before = stood.get(trait) ?? '';
    return [last ? { ...last, before } : { trait, value: null, before, own: ownOf(profile, trait) }];
  });
  if (edits.length === 0)
    throw new Problem(409, 'superseded', 'It was corrected again since, so there is nothing to take back.');
  await write(id, { edits, params: { undoes: edit } }, profile, editing);
}

function standing(profile: Profile, { shop, now }: Editing): Map<string, string> {
  return new Map(traitsOf(believed(profile, shop.sources.rules(), now)).map(({ key, value }) => [key, value]));
}

function ownOf({ traits }: Profile, trait: string): string {
  return traits.get(trait)?.value.value ?? '';
}

async function write(
  id: string,
  { edits, params }: { edits: Edited[]; params: Record<string, string> },
  profile: Profile,
  { shop: { people, record }, staff, now }: Editing,
): Promise<void> {
  const person = (await people.of(id)).id;
  const about = /^(customer|email|phone):/.test(person) ? person : undefined;
  // After all that staff said before, even where two of them write in one millisecond.
  const at = Math.max(now, ...edits.map(({ trait }) => (profile.edits.get(trait)?.at ?? 0) + 1));
  const said: Pick<LogEvent, 'name' | 'at' | 'edits' | 'params'> = {
    ...{ name: 'edited', at, edits, params: { ...params, staff } },
  };
  const whose = about === undefined ? { visitor: id } : { visitor: standIn(about), about };
  await record([{ id: newVisitor(), ...whose, ...said }]);
}
