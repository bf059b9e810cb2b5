import { z } from 'zod';
import { Problem } from '../problem.ts';
import type { Chooser } from '../store/kept-choice.ts';
import type { Store } from '../store/store.ts';
import { processes } from './process.ts';

const line = (most: number) => z.string().trim().max(most);

/** What is to be done for a process, with what, by whom, until when. */
export const TaskBody = z.strictObject({
  process: z.enum(processes),
  title: line(200).min(1, 'say what is to be done'),
  /** What it begins with: reports, lists, texts. */
  inputs: line(1_000),
  /** What it takes: time, money, tools. */
  resources: line(1_000),
  /** Who sees to it. */
  owner: line(100),
  /** A day of the shop's zone; null for none. */
  due: z.iso.date('write the day as 2026-11-21').nullable(),
  isDone: z.boolean(),
});

export type TaskFields = z.output<typeof TaskBody>;

export interface Task extends TaskFields, Chooser {
  id: string;
  version: number;
}

/** The shop's tasks. */
export interface TaskBook {
  /** What is open by its day, then what has none, then what is done, the newest first. */
  all(): Promise<Task[]>;
  /** `base`: the version that was changed, 0 for a new one; a `Problem` where another one stands by now. */
  keep(id: string, task: TaskFields, base: number, who: Chooser): Promise<void>;
  drop(id: string): Promise<void>;
}

const most = 200;

export function createTaskBook({ all, write }: Pick<Store, 'all' | 'write'>): TaskBook {
  let last: Promise<unknown> = Promise.resolve();

  async function keepNow(id: string, task: TaskFields, base: number, { by, at }: Chooser) {
    const [[version, count] = []] = await all(versionAndCount, [id]);
    if (Number(version) !== base)
      throw new Problem(409, 'task-changed', 'Somebody else has changed this task meanwhile.', { field: 'base' });
    if (base === 0 && Number(count) >= most)
      throw new Problem(409, 'too-many-tasks', `There are at most ${most} tasks; delete one first.`);
    await write([{ sql: putTask, params: [id, base + 1, JSON.stringify(task), by, at] }]);
  }

  return {
    all: async () => (await all('SELECT id, version, body, "by", at FROM loop_tasks', [])).map(taskOf).sort(byUrgency),
    keep: (id, task, base, who) => {
      const done = last.catch(() => {}).then(() => keepNow(id, task, base, who));
      last = done;
      return done;
    },
    drop: (id) => write([{ sql: 'DELETE FROM loop_tasks WHERE id = ?', params: [id] }]),
  };
}

function taskOf([id, version, body, by, at]: readonly unknown[]): Task {
  return {
    ...{ id: String(id), version: Number(version), by: String(by), at: Number(at) },
    ...TaskBody.parse(JSON.parse(String(body))),
  };
}

function byUrgency(a: Task, b: Task): number {
  const doneLast = Number(a.isDone) - Number(b.isDone);
  const inTurn = a.isDone ? b.at - a.at : (a.due ?? '9999').localeCompare(b.due ?? '9999');
  return doneLast || inTurn || (a.id < b.id ? -1 : 1);
}

const versionAndCount =
  'SELECT coalesce((SELECT version FROM loop_tasks WHERE id = ?), 0), (SELECT count(*) FROM loop_tasks)';
const putTask =
  'INSERT INTO loop_tasks (id, version, body, "by", at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE ' +
  'SET version = excluded.version, body = excluded.body, "by" = excluded."by", at = excluded.at';
