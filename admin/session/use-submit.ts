import { useState } from 'preact/hooks';
import { type Problem, problemFrom } from '../api/problem.ts';

/** A form that is sent once at a time and keeps the reason when it was refused. */
export function useSubmit(send: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit(event?: Event) {
    event?.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await send();
    } catch (thrown) {
      setProblem(problemFrom(thrown));
    }
    setBusy(false);
  }

  return { submit: (event?: Event) => void submit(event), busy, problem };
}
