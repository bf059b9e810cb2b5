import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { type Problem, problemFrom } from '../api/problem.ts';

/** Something asked of the server. An old value stays while a newer one is on its way, or could not be had. */
export interface Loaded<T> {
  value: T | null;
  problem: Problem | null;
  loading: boolean;
  reload: () => Promise<void>;
}

/** Loads at once, and again whenever one of `inputs` changes; the answer to an outdated question is dropped. */
export function useLoad<T>(load: () => Promise<T>, inputs: readonly unknown[]): Loaded<T> {
  const state = useSignal<Omit<Loaded<T>, 'reload'>>({ value: null, problem: null, loading: true });
  const newest = useRef(0);
  const loader = useRef(load);
  loader.current = load;

  const reload = useCallback(async () => {
    const turn = ++newest.current;
    state.value = { ...state.peek(), loading: true };
    try {
      const value = await loader.current();
      if (turn === newest.current) state.value = { value, problem: null, loading: false };
    } catch (thrown) {
      if (turn === newest.current) state.value = { ...state.peek(), problem: problemFrom(thrown), loading: false };
    }
  }, [state]);

  useEffect(() => {
    void reload();
    return () => {
      newest.current++;
    };
  }, inputs);

  return { ...state.value, reload };
}
