import { expect, test } from 'vitest';
import { groupTimeline } from './group-timeline.ts';

const minute = 60_000;
const utcDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const at = (time: string) => ({ id: time, at: Date.parse(`2026-11-${time}:00Z`) });
const shape = (entries: ReturnType<typeof at>[]) =>
  groupTimeline(entries, utcDay).map(({ day, visits }) => [
    day,
    visits.map((visit) => visit.entries.map(({ id }) => id)),
  ]);

test('nothing has no days', () => {
  expect(groupTimeline([], utcDay)).toEqual([]);
});

test('half an hour without an event begins another visit of the same day', () => {
  expect(shape([at('22T12:40'), at('22T12:10'), at('22T11:41')])).toEqual([
    ['2026-11-22', [['22T12:40'], ['22T12:10', '22T11:41']]],
  ]);
});

test('a visit over midnight belongs to the day on which it began', () => {
  expect(shape([at('22T00:10'), at('21T23:50'), at('21T08:00')])).toEqual([
    ['2026-11-21', [['22T00:10', '21T23:50'], ['21T08:00']]],
  ]);
});

test('a visit knows when it began and ended', () => {
  const [day] = groupTimeline([at('22T12:20'), at('22T12:00')], utcDay);
  const [visit] = day?.visits ?? [];
  expect((visit?.to ?? 0) - (visit?.from ?? 0)).toBe(20 * minute);
});

test('what is loaded below a visit extends it and keeps the visits above as they are', () => {
  const newer = [at('22T12:20'), at('22T09:00')];
  const before = groupTimeline(newer, utcDay)[0]?.visits[0];
  const after = groupTimeline([...newer, at('22T08:50')], utcDay)[0]?.visits;
  expect(after?.[0]).toEqual(before);
  expect(after?.[1]?.entries).toHaveLength(2);
});
