import type { LogEvent } from '../log/log-event.ts';
import type { Question } from '../questions/question.ts';
import type { SourceBook } from './source-book.ts';

interface Shop {
  sources: SourceBook;
  questions: { get(key: string): Question | undefined };
  door: {
    untold(source: string, refused: readonly RefusedFact[], isQuestion: (trait: string) => boolean): void;
  };
  record(events: readonly LogEvent[]): Promise<ReadonlySet<number>>;
}

interface RefusedFact {
  field: string;
  reason: string;
}

/** Keeps what a source has told, and counts it and what was refused. Resolves when it is durable, with how much of it was known already. */
export async function takeTold(
  source: string,
  { kept, refused }: { kept: readonly LogEvent[]; refused: readonly RefusedFact[] },
  { sources, questions, door, record }: Shop,
  now: number,
): Promise<number> {
  const known = kept.length === 0 ? new Set() : await record(kept);
  door.untold(source, refused, (trait) => questions.get(trait) !== undefined);
  await sources.note(source, { kept: kept.length - known.size, refused: refused.length }, now);
  return known.size;
}
