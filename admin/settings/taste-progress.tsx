import { useId } from 'preact/hooks';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

/** How far segments have followed a change: `applied` of everyone, 0 to 1. */
export function TasteProgress({ applied }: { applied: number }) {
  const t = messages.value.settings;
  const label = useId();
  return (
    <div role="status">
      {applied < 1 && (
        <div class="stack taste-progress">
          <span id={label} class="small">
            {t.following(formats.value.percent(applied))}
          </span>
          <progress aria-labelledby={label} value={applied} />
        </div>
      )}
    </div>
  );
}
