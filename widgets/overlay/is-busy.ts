/** Whether the visitor writes something, or something else of the shop's lies over the page: an overlay would get between. */
export function isBusy(): boolean {
  const { activeElement } = document;
  const isWriting =
    activeElement instanceof HTMLElement &&
    (/^(INPUT|TEXTAREA|SELECT)$/.test(activeElement.tagName) || activeElement.isContentEditable);
  return isWriting || document.hidden || !!document.querySelector('dialog[open],[aria-modal=true]');
}
