import { eachOf } from '../earnings/each-of.ts';

/** A draw as the table has it, of the person whose the visitor is. */
export interface Draw {
  person: string;
  arm: string;
  version: number;
  /** The chance with which this arm was drawn. */
  propensity: number;
  /** ms since 1970. */
  at: number;
}

export interface DrawnPeople {
  /** Each with their first draw. */
  people: Map<string, Draw>;
  /** Drawn into more than one arm, on devices of which nobody knew yet that they are one person's: they tell nothing of either. */
  inTwoArms: number;
  /** Drawn before the arms were what they are. */
  earlier: number;
}

/** Everyone by whom arms are compared: drawn from this version on, into one arm alone. Yields between some draws. */
export function* peopleOf(draws: readonly Draw[], sinceVersion: number): Generator<void, DrawnPeople> {
  const people = new Map<string, Draw>();
  const two = new Set<string>();
  const before = new Set<string>();
  yield* eachOf(draws, (draw) => {
    const { person, arm, version, at } = draw;
    if (version < sinceVersion) before.add(person);
    const known = people.get(person);
    if (known && known.arm !== arm) two.add(person);
    if (!known || at < known.at) people.set(person, draw);
  });
  for (const person of before) {
    people.delete(person);
    two.delete(person);
  }
  for (const person of two) people.delete(person);
  return { people, inTwoArms: two.size, earlier: before.size };
}
