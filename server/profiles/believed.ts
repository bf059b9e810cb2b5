import type { Said } from './lattice.ts';
import type { Profile } from './profile.ts';
import { saidOf } from './said-of.ts';

/** A source of facts about people, as far as the merchant believes it. */
export interface SourceRule {
  id: string;
  /** How many days a fact of it is believed; null for always. */
  days: number | null;
}

/** What is told of somebody by others than themselves. */
export interface Fact {
  trait: string;
  value: string;
  source: string;
  /** ms since 1970. */
  at: number;
  /** Older than its source is believed. */
  isStale: boolean;
}

const day = 86_400_000;

/** What is told of the company whose address somebody came from: by the merchant's file, and believed after all others. */
export const addressSource = 'address';

/**
 * Of each trait the fact that stands: that of the first of the sources whose newest word is fresh, else the newest word of all.
 * `rules`: the most trusted first; a source that is not among them is not believed. `now` in ms.
 */
export function factsOf({ facts }: Pick<Profile, 'facts'>, rules: readonly SourceRule[], now: number): Fact[] {
  const best = new Map<string, { fact: Fact; rank: number }>();
  for (const [key, { at, value }] of facts) {
    const { source, trait } = readFactKey(key);
    const rank = rules.findIndex(({ id }) => id === source);
    const days = rules[rank]?.days ?? null;
    if (rank < 0 || value === '') continue;
    const fact = { trait, value, source, at, isStale: days !== null && now - at > days * day };
    const known = best.get(trait);
    if (!known || isBetter({ fact, rank }, known)) best.set(trait, { fact, rank });
  }
  return [...best.values()].map(({ fact }) => fact);
}

/** When the next of the facts that stand grows old, and who somebody is may change by that alone; null for never. ms since 1970. */
export function staleFrom(profile: Profile, rules: readonly SourceRule[], now: number): number | null {
  const daysOf = new Map(rules.map(({ id, days }) => [id, days]));
  const moments = factsOf(profile, rules, now).flatMap(({ at, source, isStale }) => {
    const days = daysOf.get(source) ?? null;
    return isStale || days === null ? [] : [at + days * day + 1];
  });
  return moments.length === 0 ? null : Math.min(...moments);
}

/** The profile with the facts of others among its traits, where they are fresh and neither the person nor the shop's staff has said anything of it. */
export function believed(profile: Profile, rules: readonly SourceRule[], now: number): Profile {
  const said = saidOf(profile);
  const fresh = factsOf(profile, rules, now).filter(({ trait, isStale }) => !isStale && !said.has(trait));
  if (fresh.length === 0) return profile;
  const told = fresh.map(({ trait, value, source, at }): [string, Said<{ value: string; source: string }>] => [
    trait,
    { at, id: source, value: { value, source } },
  ]);
  return { ...profile, traits: new Map([...profile.traits, ...told]) };
}

/** Of one source the newest word about one trait. */
export function factKey(source: string, trait: string): string {
  return `${source} ${trait}`;
}

function readFactKey(key: string): { source: string; trait: string } {
  const space = key.indexOf(' ');
  return { source: key.slice(0, space), trait: key.slice(space + 1) };
}

function isBetter(a: { fact: Fact; rank: number }, b: { fact: Fact; rank: number }): boolean {
  if (a.fact.isStale !== b.fact.isStale) return b.fact.isStale;
  return a.fact.isStale ? a.fact.at > b.fact.at || (a.fact.at === b.fact.at && a.rank < b.rank) : a.rank < b.rank;
}
