import type { Installation, Runtime } from '../runtimes.ts';
import { type Owner, signUp } from './owner.ts';

/** A shop at work in one of the runtimes, with its owner signed in; and another shop that has nothing to do with it. */
export interface Stage {
  readonly origin: string;
  owner: Owner;
  other: { origin: string; owner: Owner };
  crash(): Promise<void>;
  written: Installation['written'];
  pause: Installation['pause'];
  stop(): Promise<void>;
}

/** Where the pages of both shops are. */
export const shopOrigin = 'https://www.shop.example';

export async function openStage(runtime: Runtime): Promise<Stage> {
  const [own, other] = await Promise.all([runtime.start(shopOrigin), runtime.start(shopOrigin)]);
  const stop = async () => {
    await Promise.all([own.stop(), other.stop()]);
  };
  try {
    const [owner, otherOwner] = await Promise.all([signUp(own), signUp(other)]);
    return {
      get origin() {
        return own.origin;
      },
      owner,
      other: { origin: other.origin, owner: otherOwner },
      crash: own.crash,
      written: own.written,
      pause: own.pause,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
