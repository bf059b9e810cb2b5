/** For what takes the place of what was pressed: whoever uses the keyboard, or listens, goes on with what stands there now. */
export function focus(element: HTMLElement | null) {
  element?.focus();
}
