import type { ComponentChildren } from 'preact';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { bringIntoView } from './bring-into-view.ts';
import { Button } from './button.tsx';
import './version-list.css';

interface Listed<T> {
  version: number;
  /** Null where it was given up. */
  body: T | null;
  /** Null for what came with the shop; ms since 1970. */
  said: { by: string; at: number; note?: string } | null;
}

interface Props<T> {
  versions: readonly Listed<T>[];
  /** The version that holds. */
  holds: number;
  /** The one that the address asks for: it stands out. */
  asked: string | undefined;
  /** What is told of one, after its number. */
  about?: (body: T | null) => ComponentChildren;
  onTake: (body: T) => void;
}

/** All that something has been, the newest first: by whom, when and why; each can be taken into the form. */
export function VersionList<T>({ versions, holds, asked, about, onTake }: Props<T>) {
  const t = messages.value.versions;
  return (
    <ol class="stack">
      {versions.map(({ version, body, said }) => (
        <li
          key={version}
          ref={String(version) === asked ? bringIntoView : null}
          class="apart version"
          aria-current={String(version) === asked ? 'true' : undefined}
        >
          <div>
            <strong>{t.version(version)}</strong>{' '}
            <span class="soft">{said ? `${formats.value.moment(said.at)} · ${said.by}` : t.cameWithShop}</span>{' '}
            {about?.(body)}
            {said?.note && <p>{said.note}</p>}
          </div>
          {body !== null && version !== holds && (
            <Button look="quiet" onPress={() => onTake(body)}>
              {t.takeUp}
              <span class="unseen">: {t.version(version)}</span>
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
