import { useEffect, useRef, useState } from 'preact/hooks';
import { firstMessages } from '../language/current.ts';

/** For those who listen: how many are here, at most every half minute instead of each event. */
export function LiveSummary({ people, carts }: { people: number; carts: number }) {
  const said = firstMessages.value.live.summary(people, carts);
  const newest = useRef(said);
  newest.current = said;
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setInterval(() => setSpoken(newest.current), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="unseen" role="status">
      {spoken}
    </p>
  );
}
