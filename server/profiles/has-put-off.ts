import { actKey, day, type Profile } from './profile.ts';

/** Days in which nobody is asked anything who has said "not now", on whichever device. */
const rest = 30;

/** By the day, as a profile counts what somebody does. `now` in ms. */
export function hasPutOff({ acts }: Pick<Profile, 'acts'>, now: number): boolean {
  const today = Math.floor(now / day);
  return Array.from({ length: rest }, (_, back) => actKey(today - back, 'slot_dismiss')).some((key) => acts.has(key));
}
