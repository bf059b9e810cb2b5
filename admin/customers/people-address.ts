import type { GroupName } from '../../server/customers/groups.ts';

/** Where the people of a group are listed; `from`: those who were in that one `days` ago. */
export function peopleAddress(of: { group: GroupName; from?: GroupName; days?: string }): string {
  return `/admin/customers/people?${new URLSearchParams(of)}`;
}
