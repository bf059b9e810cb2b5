import { fromRow, type LogEvent } from '../log/log-event.ts';
import type { Profile } from '../profiles/profile.ts';
import type { TraitEdit } from '../profiles/visitor.ts';
import type { Question } from '../questions/question.ts';
import type { Store } from '../store/store.ts';
import { questionOf } from './read-edit.ts';

/** What staff corrected of somebody at one time. */
export interface EditView {
  id: string;
  /** ms since 1970. */
  at: number;
  /** The name of who did; null for someone who does not work here any more. */
  by: string | null;
  edits: TraitEdit[];
  /** It took back an earlier one. */
  isUndo: boolean;
  /** Something of it stands still, so that it can be taken back. */
  canUndo: boolean;
}

const most = 100;

interface Asked {
  profile: Profile;
  store: Pick<Store, 'all'>;
  questions: { get(key: string): Question | undefined };
  /** The id of a member of the staff -> their name. */
  names: ReadonlyMap<string, string>;
}

/** The corrections of a person, newest first. */
export async function editsOf(visitors: readonly string[], asked: Asked): Promise<EditView[]> {
  const { profile, store, questions, names } = asked;
  return (await editEvents(visitors, store)).map((event) => ({
    ...{ id: event.id, at: event.at, by: names.get(String(event.params?.staff)) ?? null },
    edits: editViews(event, questions),
    isUndo: event.params?.undoes !== undefined,
    canUndo: (event.edits ?? []).some(({ trait }) => profile.edits.get(trait)?.id === event.id),
  }));
}

/** The events themselves, newest first. */
export async function editEvents(visitors: readonly string[], store: Pick<Store, 'all'>): Promise<LogEvent[]> {
  const rows = await store.all(
    "SELECT id, visitor, at, name, body FROM log WHERE name = 'edited' AND visitor IN (SELECT value FROM json_each(?)) " +
      'ORDER BY at DESC, id DESC LIMIT ?',
    [JSON.stringify(visitors), most],
  );
  return rows.map(fromRow);
}

export function editViews({ edits = [] }: LogEvent, questions: Asked['questions']): TraitEdit[] {
  return edits.map(({ trait, value, before }) => ({ trait, value, before, question: questionOf(trait, questions) }));
}
