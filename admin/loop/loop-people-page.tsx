import './loop.css';
import { parseResponse } from 'hono/client';
import { useLocation } from 'preact-iso/router';
import type { LoopReport } from '../../server/loop/loop-report.ts';
import type { Mark } from '../../server/loop/process.ts';
import { client } from '../api/client.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { More } from '../load/more.tsx';
import { useLoad } from '../load/use-load.ts';
import { usePages } from '../load/use-pages.ts';
import { formats } from '../session/session.ts';
import { VisitorsTable } from '../visitors/visitors-table.tsx';
import { daysOf, type LoopNumber, periodIn } from './loop-choice.ts';
import { partName } from './part-name.ts';
import { processes } from './processes.ts';

/** The people behind a number of the loop. The address says which. */
export function LoopPeoplePage() {
  const t = messages.value.loop;
  const { query } = useLocation();
  const period = periodIn(query.period);
  const days = daysOf(period, Date.now());
  const of = numberIn(query);
  const key = JSON.stringify([of, period]);
  // The names of what a part is of.
  const report = useLoad(
    async () => (of.part === undefined ? null : await parseResponse(client.loop.$get({ query: days }))),
    [key],
  );
  const list = usePages(
    async (cursor) => {
      const { visitors, ...rest } = await parseResponse(
        client.loop.people.$get({ query: { ...days, ...of, ...(cursor && { cursor }) } }),
      );
      return { items: visitors, ...rest };
    },
    [key],
  );
  const back = `/admin/loop?period=${period}`;
  const total = list.first.value?.total;
  return (
    <Page
      title={nameOf(of, report.value)}
      lead={t.behindLead(formats.value.calendarDay(days.from), formats.value.calendarDay(days.to))}
      aside={
        <LinkButton look="plain" href={back}>
          {t.back}
        </LinkButton>
      }
    >
      <Awaited of={list.first} lines={10}>
        {() =>
          list.items.length === 0 ? (
            <EmptyState
              title={t.nobodyTitle}
              text={t.nobodyText}
              action={<LinkButton href={back}>{t.back}</LinkButton>}
            />
          ) : (
            <>
              <p class="soft small numbers" role="status">
                {total !== undefined && messages.value.visitors.found(total)}
              </p>
              <VisitorsTable visitors={list.items} />
              <More of={list} />
            </>
          )
        }
      </Awaited>
    </Page>
  );
}

function numberIn({ process, mark, part, flow, whole }: Record<string, string>): LoopNumber {
  const found = {
    process: processes.find((one) => one.process === process)?.process,
    mark: processes.flatMap(({ marks }): readonly Mark[] => marks).find((one) => one === mark),
    flow: processes.find(({ onward }) => onward === flow)?.onward,
  };
  if (found.mark) return part === undefined ? { mark: found.mark } : { mark: found.mark, part };
  if (found.flow) return { flow: found.flow };
  return found.process ? { process: found.process } : { whole: whole === 'bought' ? 'bought' : 'around' };
}

function nameOf({ process, mark, part, flow, whole }: LoopNumber, report: LoopReport | null): string {
  const t = messages.value.loop;
  if (mark) return part === undefined || !report ? t.marks[mark] : `${t.marks[mark]}: ${partName(mark, part, report)}`;
  if (flow) return upper(t.flows[flow]);
  if (process) return t.processes[process].title;
  return whole === 'bought' ? t.earned : upper(t.around);
}

const upper = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
