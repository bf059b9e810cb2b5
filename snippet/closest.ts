/** The element around what an event happened to; the window and the document have none. */
export const closest = <K extends keyof HTMLElementTagNameMap>(
  target: EventTarget | null,
  name: K,
): HTMLElementTagNameMap[K] | null | undefined => Object(target).closest?.(name);
