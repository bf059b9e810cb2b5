/**
 * What loads above it, as a preview does, must not push it away again; whoever moves the page themselves is left alone.
 * Each thing beside the way to it is watched: a column that scrolls on its own stays as high as it is when its content grows.
 */
export function bringIntoView(element: HTMLElement | null): void {
  if (!element) return;
  const center = () => (element.isConnected ? element.scrollIntoView({ block: 'center' }) : observer.disconnect());
  const observer = new ResizeObserver(center);
  for (let part = element.parentElement; part; part = part.parentElement)
    for (const child of part.children) observer.observe(child);
  for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
    addEventListener(type, () => observer.disconnect(), { once: true, passive: true });
}
