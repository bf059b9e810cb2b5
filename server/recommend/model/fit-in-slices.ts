import { unhurried } from '../../customers/unhurried.ts';
import { fitNextItem } from '../next/fit-next-item.ts';
import { type ModelRoom, roomy } from '../next/model-room.ts';
import type { Fitted } from '../next/next-item.ts';
import type { Sessions } from '../next/sessions.ts';

/** Fits a model to sessions, which are its own from now on; null when it is stopped. */
export type Fitter = (sessions: Sessions, kind: 'sessions' | 'baskets', stop: AbortSignal) => Promise<Fitted | null>;

/** Half of one core, in slices that nobody notices. */
const pace = { slice: 5, steps: 4_096, rest: 5 };

/** Where there is no other thread. */
export function fitInSlices(memory: ModelRoom = roomy): Fitter {
  return async (sessions, kind, stop) => {
    const model = await unhurried(fitNextItem(sessions, { kind, memory }), () => stop.aborted, pace);
    if (!model) return null;
    const { index: _, ...fitted } = model;
    return fitted;
  };
}
