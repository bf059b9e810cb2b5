import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Problem, problemFrom } from '../api/problem.ts';
import { type Loaded, useLoad } from './use-load.ts';

/** A stretch of a longer list, and the cursor of what follows. */
interface Stretch {
  items: unknown[];
  next: string | null;
}

export interface Pages<S extends Stretch = Stretch> {
  first: Loaded<S>;
  items: S['items'][number][];
  hasMore: boolean;
  loadingMore: boolean;
  moreProblem: Problem | null;
  more: () => Promise<void>;
}

/** A list that grows by cursor: the first stretch at once, further ones when asked for. */
export function usePages<S extends Stretch>(
  load: (cursor: string | null) => Promise<S>,
  inputs: readonly unknown[],
): Pages<S> {
  const first = useLoad(() => load(null), inputs);
  const rest = useSignal<{ stretches: S[]; loading: boolean; problem: Problem | null }>(nothingMore());
  useEffect(() => {
    rest.value = nothingMore();
  }, [first.value, rest]);

  const stretches = first.value ? [first.value, ...rest.value.stretches] : [];
  const next = stretches.at(-1)?.next ?? null;

  async function more() {
    const before = rest.peek();
    const start = first.value;
    if (next === null || before.loading) return;
    rest.value = { ...before, loading: true, problem: null };
    const outcome = await load(next).then(
      (stretch) => ({ stretches: [...before.stretches, stretch], loading: false, problem: null }),
      (thrown: unknown) => ({ ...before, loading: false, problem: problemFrom(thrown) }),
    );
    // Another question may have been asked meanwhile: its list starts anew.
    if (rest.peek().loading && start === first.value) rest.value = outcome;
  }

  return {
    first,
    items: stretches.flatMap((stretch) => stretch.items),
    hasMore: next !== null,
    loadingMore: rest.value.loading,
    moreProblem: rest.value.problem,
    more,
  };
}

const nothingMore = () => ({ stretches: [], loading: false, problem: null });
