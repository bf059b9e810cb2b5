import { parseResponse } from 'hono/client';
import { useEffect } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Problems } from '../doctor/problems.tsx';
import { messages } from '../language/current.ts';
import { useLoad } from '../load/use-load.ts';

const every = 4_000;

/** What did come while the first event does not: pages that are turned away, events that are refused, robots. */
export function SeenSoFar() {
  const t = messages.value.doctor;
  const { value: report, reload } = useLoad(() => parseResponse(client.doctor.$get()), []);
  useEffect(() => {
    const timer = setInterval(() => void reload(), every);
    return () => clearInterval(timer);
  }, [reload]);
  const problems = report?.problems.filter(({ code }) => /^(turned-away|refused)\./.test(code)) ?? [];
  const robots = report?.robots.reduce((sum, { count }) => sum + count, 0) ?? 0;
  if (problems.length === 0 && robots === 0) return null;
  return (
    <div class="stack" role="status">
      <h3>{t.seen}</h3>
      {problems.length > 0 ? <Problems problems={problems} /> : <p>{t.seenRobots(robots)}</p>}
    </div>
  );
}
