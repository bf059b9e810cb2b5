import { quietly } from './quietly.ts';

/** Hears the arguments of a call, and may want its result. */
export type Hear = (args: unknown[], self: unknown) => ((result: unknown) => void) | undefined;

/** Hears what a method is called with. What it gets, does, returns and throws stays its owner's. */
export function overhear(owner: object, method: string, hear: Hear) {
  const original = Reflect.get(owner, method);
  if (typeof original !== 'function') return;
  Reflect.set(owner, method, function (this: unknown, ...args: unknown[]) {
    const then = quietly(hear)(args, this);
    const result = original.apply(this, args);
    if (then) quietly(then)(result);
    return result;
  });
}
