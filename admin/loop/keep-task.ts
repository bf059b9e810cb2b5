import type { Task, TaskFields } from '../../server/loop/task-book.ts';
import { client } from '../api/client.ts';

/** Keeps a task with these changes, as long as nobody else has changed it. */
export async function keepTask(
  { id, version, by: _, at: __, ...task }: Task,
  changes: Partial<TaskFields>,
): Promise<void> {
  await client.loop.tasks[':id'].$put({ param: { id }, json: { base: version, task: { ...task, ...changes } } });
}
