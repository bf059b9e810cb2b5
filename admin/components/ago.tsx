import { firstMessages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { now } from './now.ts';

/** How long ago, with the full time for the pointer. */
export function Ago({ at }: { at: number }) {
  return (
    <time class="numbers" dateTime={new Date(at).toISOString()} title={formats.value.moment(at)}>
      {now.value - at < 2000 ? firstMessages.value.justNow : formats.value.ago(at, now.value)}
    </time>
  );
}
