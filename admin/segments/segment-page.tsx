import './segments.css';
import { useRoute } from 'preact-iso/router';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { EndpointsCard } from '../endpoints/endpoints-card.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { Editor } from './editor.tsx';
import { loadSegments } from './load-segments.ts';

/** One segment, or a new one: who is in it, said in conditions or in a line, and whom that holds of. */
export function SegmentPage() {
  const t = messages.value.segments;
  const { id = 'new' } = useRoute().params;
  const list = useLoad(loadSegments, [id]);
  const segment = list.value?.segments.find((one) => one.id === id);
  const isMissing = id !== 'new' && list.value !== null && !segment;
  if (isMissing) {
    const action = <LinkButton href="/admin/segments">{t.missingAction}</LinkButton>;
    return (
      <Page title={t.missingTitle}>
        <EmptyState title={t.missingTitle} text={t.missingText} action={action} />
      </Page>
    );
  }
  return (
    <Page title={id === 'new' ? t.newTitle : (segment?.name ?? t.title)}>
      <Awaited of={list} lines={10}>
        {(known) => <Editor key={id} segment={segment ?? null} known={known} />}
      </Awaited>
      {segment && <EndpointsCard key={`endpoints ${id}`} segment={segment.id} />}
    </Page>
  );
}
