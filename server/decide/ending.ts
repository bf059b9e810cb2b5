import type { PropsOf } from '../../widgets/define.ts';
import type { message } from '../../widgets/message/definition.ts';
import type { LocalTime } from '../campaigns/local-time.ts';
import { momentOf } from '../campaigns/moment-of.ts';
import { messagesIn } from '../messages/messages.ts';
import { dayInWords } from './day-in-words.ts';
import type { Looking } from './looking.ts';

/** What a widget is told to count to the end of a campaign. */
export type Ending = Pick<PropsOf<typeof message>, 'left' | 'waited' | 'ends' | 'lasts' | 'days'>;

const none: Ending = { left: '', waited: '', ends: '', lasts: '', days: '' };

/** How long a campaign still runs, in words. `until`: its own end by the shop's clocks, and there is no other that can be counted to; null for none. */
export function endingOf(
  until: string | null,
  { language, now }: Pick<Looking, 'language' | 'now'>,
  { localTime, shop: { timeZone } }: { localTime(at: number): LocalTime; shop: { timeZone: string } },
): Ending {
  if (until === null) return none;
  const end = momentOf(until, localTime);
  const { ends, lasts, days } = messagesIn(language).countdown;
  const [, clock = ''] = until.split('T');
  return {
    left: String(Math.max(0, Math.ceil((end - now) / 1_000))),
    waited: '',
    ends: ends.replace('{day}', dayInWords(end, language, timeZone)).replace('{time}', clock),
    lasts,
    days,
  };
}
