import type { ComponentChildren } from 'preact';
import { ProblemNote } from '../components/problem-note.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import type { Loaded } from './use-load.ts';

interface Props<T> {
  of: Loaded<T>;
  /** Lines of the placeholder: about the height of what will stand there. */
  lines?: number;
  children: (value: T) => ComponentChildren;
}

/** What was loaded; before that its place, and where it failed the reason, above the last good value. */
export function Awaited<T>({ of, lines, children }: Props<T>) {
  return (
    <>
      {of.problem && <ProblemNote problem={of.problem} onRetry={() => void of.reload()} />}
      {of.value !== null && children(of.value)}
      {of.value === null && of.loading && <Skeleton {...(lines === undefined ? {} : { lines })} />}
    </>
  );
}
