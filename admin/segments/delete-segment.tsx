import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { SecondThought } from '../components/second-thought.tsx';
import { messages } from '../language/current.ts';
import type { Listed } from './load-segments.ts';

/** A segment that others ask for says so and stays. */
export function DeleteSegment({ segment }: { segment: Listed }) {
  const t = messages.value.segments;
  const { route } = useLocation();
  if (segment.usedBy.length > 0) return <p class="soft small">{t.inUse(segment.usedBy.join(', '))}</p>;
  async function remove() {
    await client.segments[':id'].$delete({ param: { id: segment.id } });
    route('/admin/segments');
  }
  return <SecondThought words={{ ask: t.delete, surely: t.deleteSurely, keep: t.keep }} act={remove} />;
}
