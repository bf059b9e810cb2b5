/** All the way down as one object type, so that two ways of writing a type compare as one. */
export type Plain<T> = T extends readonly (infer Element)[]
  ? Plain<Element>[]
  : T extends object
    ? { [K in keyof T]: Plain<T[K]> }
    : T;

/** `true satisfies Same<Plain<A>, Plain<B>>` does not compile where one of them says anything that the other does not. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
