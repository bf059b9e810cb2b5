/** Wraps what the page or the browser calls: nothing of ours may ever reach the shop's `window.onerror`. */
export function quietly<A extends unknown[], R>(run: (...args: A) => R) {
  return (...args: A): R | undefined => {
    try {
      return run(...args);
    } catch {}
  };
}
