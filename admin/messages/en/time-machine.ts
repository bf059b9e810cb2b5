import { pluralIn } from '../../language/plural.ts';
import { people } from './counts.ts';

const plural = pluralIn('en');
const lastDays = plural({ one: 'the last day', other: 'the last # days' });
const stays = plural({ one: '# stay', other: '# stays' });
const minutes = plural({ one: '# minute', other: '# minutes' });
const hours = plural({ one: '# hour', other: '# hours' });
const days = plural({ one: '# day', other: '# days' });

export const timeMachine = {
  timeMachine: {
    title: 'Time machine',
    days: 'Which days',
    start: 'Go back in time',
    again: 'Go again',
    stop: 'Stop',
    lastDays,
    gone: (count: number) => `${people(count)} gone through so far…`,
    isOld: 'Something above has been changed since: go again to see what that does.',
    cut: 'Only these people were gone through; there are more.',
    overlap: (count: number, share: string) => `${people(count)}, ${share} of them`,
    segments: {
      meaning:
        'Goes through what people did in the last days once more and asks the rule above: after each thing they did, and at the start of each day. With what each had done and ordered by then; refunds, lists, expectations and other segments are as they are now. It describes who would have been in it; what anybody would have done because of it nobody knows.',
      nobody: 'There is nobody yet whose profile may be used.',
      segments: 'In these segments meanwhile',
      campaigns: 'For these running campaigns meanwhile',
      examples: 'People who would have been in it',
      inIt: (members: number, all: string) => `${people(members)} of ${all} would have been in it:`,
      moved: (entered: number, left: number) => `${entered} came in, ${left} went out.`,
      stayed: (how: string, count: number) =>
        `Whoever came in and went out again stayed ${how} in the middle case (${stays(count)}).`,
      minutes,
      hours,
      days,
      /** `from` is null where it was before these days, `until` where it is not over. */
      stay: (from: string | null, until: string | null) => {
        if (from === null) return until === null ? 'in all the time' : `in before, until ${until}`;
        return until === null ? `in from ${from} until now` : `in from ${from} to ${until}`;
      },
    },
  },
};
