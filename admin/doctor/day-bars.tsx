import { Sparkline } from '../components/sparkline.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

/** A bar for each of the days. */
export function DayBars({ days, counts }: { days: readonly string[]; counts: readonly number[] }) {
  const { dayMonth, number } = formats.value;
  const titles = counts.map((count, place) => `${dayMonth(days[place] ?? '')}: ${number(count)}`);
  return <Sparkline values={counts} label={messages.value.doctor.trend} titles={titles} />;
}
