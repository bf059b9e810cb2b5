import './segments.css';
import { messages } from '../language/current.ts';
import { useLoad } from '../load/use-load.ts';
import { loadSegments } from './load-segments.ts';

/** The segment that a list is narrowed to, and the way back. */
export function SegmentChip({ id }: { id: string }) {
  const t = messages.value.segments;
  const list = useLoad(loadSegments, [id]);
  const name = list.value?.segments.find((segment) => segment.id === id)?.name;
  return (
    <p class="chip-line">
      <a href={`/admin/segments/${id}`}>{t.chip(name ?? '…')}</a>
      <a href="/admin/visitors" class="soft small">
        {t.unchip}
      </a>
    </p>
  );
}
