/** How far back the groups may be compared. */
export const comparedDays = ['30', '90', '365'] as const;

export type ComparedDays = (typeof comparedDays)[number];

/** As an address says it; three months where it says nothing. */
export function comparedDaysIn(text: string | undefined): ComparedDays {
  return comparedDays.find((days) => days === text) ?? '90';
}
