import { type InferResponseType, parseResponse } from 'hono/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Rule } from '../../server/segments/rule.ts';
import { client } from '../api/client.ts';
import { type Problem, problemFrom } from '../api/problem.ts';

type Answer = InferResponseType<typeof client.segments.preview.$post>;
/** Hono's client gives up on types that hold themselves, as rules do. */
export type Preview = Omit<Extract<Answer, { misread: null }>, 'rule'> & { rule: Rule };
export type Misread = NonNullable<Answer['misread']>;

/** What was last touched: a line that is typed, or a rule that is built. */
export type Draft = { line: string } | { rule: Rule };

interface Previewed {
  preview: Preview | null;
  misread: Misread | null;
  problem: Problem | null;
  counting: boolean;
}

/** ms without a key after which the draft is asked about. */
const pause = 250;

/** Whom a draft holds of: a look at a sample first, then everyone. */
export function usePreview(draft: Draft, id: string | undefined, heard: (preview: Preview) => void): Previewed {
  const [state, setState] = useState<Previewed>({ preview: null, misread: null, problem: null, counting: true });
  const listener = useRef(heard);
  listener.current = heard;

  useEffect(() => {
    let current = true;
    setState((before) => ({ ...before, counting: true }));
    const ask = async () => {
      for (const exact of [false, true]) {
        const json = { ...draft, exact, ...(id === undefined ? {} : { id }) };
        const answer = (await parseResponse(client.segments.preview.$post({ json }))) as Preview | { misread: Misread };
        if (!current) return;
        if (answer.misread) return setState({ preview: null, misread: answer.misread, problem: null, counting: false });
        if (!exact) listener.current(answer);
        setState({ preview: answer, misread: null, problem: null, counting: !exact });
      }
    };
    const timer = setTimeout(() => {
      ask().catch((thrown: unknown) => {
        if (current) setState({ preview: null, misread: null, problem: problemFrom(thrown), counting: false });
      });
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [JSON.stringify(draft), id]);

  return state;
}
