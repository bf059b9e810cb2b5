import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import type { Pages } from './use-pages.ts';

/** The foot of a list that grows by cursor. */
export function More({ of: list, label = messages.value.loadMore }: { of: Omit<Pages, 'first'>; label?: string }) {
  return (
    <>
      {list.moreProblem && <ProblemNote problem={list.moreProblem} onRetry={() => void list.more()} />}
      {list.hasMore && (
        <div class="row">
          <Button busy={list.loadingMore} onPress={() => void list.more()}>
            {label}
          </Button>
        </div>
      )}
    </>
  );
}
