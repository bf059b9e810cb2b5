import './segments.css';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { ListImport } from './list-import.tsx';
import { loadSegments } from './load-segments.ts';
import { SegmentsTable } from './segments-table.tsx';

/** The merchant's segments, each with how many people are in it now. */
export function SegmentsPage() {
  const t = messages.value.segments;
  const list = useLoad(loadSegments, []);
  const isEmpty = list.value?.segments.length === 0;
  const create = (
    <span class="row">
      <LinkButton look="plain" href="/admin/segments/by-example">
        {messages.value.byExample.title}
      </LinkButton>
      <LinkButton href="/admin/segments/new">{t.create}</LinkButton>
    </span>
  );
  return (
    <Page title={t.title} lead={t.lead} aside={!isEmpty && create}>
      <Awaited of={list} lines={6}>
        {(known) =>
          known.segments.length === 0 ? (
            <EmptyState
              title={t.emptyTitle}
              text={t.emptyText}
              action={<LinkButton href="/admin/segments/new?example">{t.emptyAction}</LinkButton>}
            />
          ) : (
            <SegmentsTable known={known} />
          )
        }
      </Awaited>
      <ListImport onTaken={() => void list.reload()} />
    </Page>
  );
}
