/** What arms are compared by. */
export type Measure = 'goal' | 'revenue';

/** What is found of an arm: it differs from the one that it is compared with, beyond what chance explains. */
export interface Finding {
  arm: string;
  by: Measure;
  isBetter: boolean;
}

/** What an experiment says, for somebody who reads one sentence of it. */
export type Verdict =
  /** Nobody was drawn yet; or nobody goes without, and there is one variant. */
  | { says: 'nobody' | 'nothing-to-compare' }
  /** The arms are not of the sizes by which they were drawn; or too many people were in two of them. */
  | { says: 'untrusted'; because: 'uneven' | 'two-arms' }
  /** `more`: people of all arms, until something can be said at all; null where that cannot be told. */
  | { says: 'too-few'; more: number | null }
  /** `more`: people of all arms, until a tenth more or less would be found. */
  | { says: 'nothing-yet'; more: number | null }
  /** `mixed`: better by one measure, worse by the other. */
  | { says: 'finds' | 'harm' | 'mixed'; arm: string; by: Measure };

interface Evidence {
  people: number;
  /** People in two arms. */
  inTwoArms: number;
  hasBase: boolean;
  isUneven: boolean;
  /** Whether any arm can be compared by any measure. */
  isEnough: boolean;
  more: number | null;
  /** The best first. */
  findings: readonly Finding[];
}

/** Of a hundred people, so many may be in two arms; fewer of them than `few` are no matter. */
const mostInTwo = 0.05;
const few = 10;

export function verdictOf({ people, inTwoArms, hasBase, isUneven, isEnough, more, findings }: Evidence): Verdict {
  if (people === 0) return { says: 'nobody' };
  if (!hasBase) return { says: 'nothing-to-compare' };
  if (isUneven) return { says: 'untrusted', because: 'uneven' };
  if (inTwoArms >= few && inTwoArms / (people + inTwoArms) > mostInTwo)
    return { says: 'untrusted', because: 'two-arms' };
  const better = findings.find(({ isBetter }) => isBetter);
  const worse = findings.find(({ isBetter }) => !isBetter);
  if (better) {
    const isMixed = findings.some(({ arm, isBetter }) => arm === better.arm && !isBetter);
    return { says: isMixed ? 'mixed' : 'finds', arm: better.arm, by: better.by };
  }
  if (worse) return { says: 'harm', arm: worse.arm, by: worse.by };
  return { says: isEnough ? 'nothing-yet' : 'too-few', more };
}
