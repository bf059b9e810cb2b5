import './loop.css';
import { parseResponse } from 'hono/client';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { Choice } from '../components/choice.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { ZoneNote } from '../components/zone-note.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { daysOf, periodIn, periods } from './loop-choice.ts';
import { LoopPicture } from './loop-picture.tsx';
import { TasksCard } from './tasks-card.tsx';

/** The picture lives; ms. While the log is still being counted, it is asked more often. */
const pace = { usual: 20_000, counting: 2_000 };

/** The four processes of the shop's eCRM with what flows between them, and what staff has to do for each. */
export function LoopPage() {
  const t = messages.value.loop;
  const { query, route } = useLocation();
  const period = periodIn(query.period);
  const report = useLoad(() => parseResponse(client.loop.$get({ query: daysOf(period, Date.now()) })), [period]);
  const tasks = useLoad(async () => (await parseResponse(client.loop.tasks.$get())).tasks, []);
  const isCounting = (report.value?.counted ?? 1) < 1;
  useEffect(() => {
    const timer = setInterval(
      () => document.visibilityState === 'visible' && void report.reload(),
      isCounting ? pace.counting : pace.usual,
    );
    return () => clearInterval(timer);
  }, [period, isCounting]);
  return (
    <Page title={t.title} lead={t.lead}>
      <Choice
        label={t.period}
        options={periods.map((value) => ({ value, label: t.periods[value] }))}
        value={period}
        onChoose={(days) => route(`/admin/loop?period=${days}`, true)}
      />
      <ZoneNote />
      <Awaited of={report} lines={14}>
        {(found) => (
          <>
            {isCounting && (
              <p role="status">{messages.value.earnings.counting(formats.value.percent(found.counted))}</p>
            )}
            {Object.values(found.turn.processes).every((people) => people === 0) ? (
              <EmptyState
                title={t.emptyTitle}
                text={t.emptyText}
                action={<LinkButton href="/admin/install">{t.emptyAction}</LinkButton>}
              />
            ) : (
              <LoopPicture report={found} period={period} tasks={tasks.value ?? []} />
            )}
          </>
        )}
      </Awaited>
      <TasksCard tasks={tasks} />
    </Page>
  );
}
