import type { PropsOf } from '../../widgets/define.ts';
import type { message } from '../../widgets/message/definition.ts';
import type { Language } from '../language/languages.ts';
import { formats } from '../session/session.ts';
import type { Campaigns } from './load-campaigns.ts';

type Ending = Pick<PropsOf<typeof message>, 'left' | 'waited' | 'ends' | 'lasts' | 'days'>;

/** No clock. */
const still: Ending = { left: '', waited: '', ends: '', lasts: '', days: '' };

/** The clock as the widget is told of it in the shop. `until`: by the shop's own clocks, null for none. */
export function endingProps(
  counts: boolean,
  until: string | null,
  { clock }: Pick<Campaigns, 'clock'>,
  language: Language,
): Ending {
  if (!counts || until === null) return still;
  const [day = '', time = ''] = until.split('T');
  const now = Date.now();
  // Both by the clocks of the shop, so that no zone is asked; an hour off where these change in between.
  const left = Date.parse(`${until}Z`) - Date.parse(`${formats.value.day(now)}T${formats.value.clock(now)}Z`);
  const { ends, ...words } = clock[language];
  return {
    ...{ ...words, waited: '', left: String(Math.max(0, Math.round(left / 1_000))) },
    ends: ends.replace('{day}', formats.value.calendarDay(day)).replace('{time}', time),
  };
}
