import type { Track } from './auto.ts';
import { on } from './on.ts';

/** Of one page; a loop that fails must not fill the log. */
const MOST = 5;

/** Errors of the shop's scripts, each once. */
export function watchErrors(track: Track) {
  const told = new Set<string>();

  function tell(what: unknown, source?: string, line?: number) {
    const message = String(what).slice(0, 200);
    if (told.size >= MOST || told.has(message)) return;
    told.add(message);
    track('js_error', { message, source: source?.split('?')[0], line });
  }
  // A picture that did not load has no message; of another site's script a browser says no place.
  on('error', ({ message, filename, lineno }) => filename && tell(message, filename, lineno));
  on('unhandledrejection', ({ reason }) => tell(reason));
}
