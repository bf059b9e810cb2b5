import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { SecondThought } from '../components/second-thought.tsx';
import { messages } from '../language/current.ts';

/** What people have answered stays with them. */
export function DeleteQuestion({ name }: { name: string }) {
  const t = messages.value.questions;
  const { route } = useLocation();
  async function remove() {
    await client.questions[':key'].$delete({ param: { key: name } });
    route('/admin/questions');
  }
  const words = { ask: t.delete, surely: t.deleteSurely, keep: t.keep };
  return <SecondThought words={words} meaning={t.deleteMeaning} act={remove} />;
}
