/** Wraps what the page or the browser calls: nothing of ours may ever reach the shop's `window.onerror`. */
export function quietly<A extends unknown[]>(run: (...args: A) => void) {
  return (...args: A): void => {
    try {
      run(...args);
    } catch {}
  };
}
