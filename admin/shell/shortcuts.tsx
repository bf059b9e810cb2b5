import './shortcuts.css';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../components/button.tsx';
import { firstMessages } from '../language/current.ts';
import { rooms } from './navigation.tsx';

interface Props {
  dialog: RefObject<HTMLDialogElement>;
  onAsk: () => void;
}

/** `?` shows the keys; `G` and a letter within a second goes to a room. */
export function Shortcuts({ dialog, onAsk }: Props) {
  const t = firstMessages.value;
  const { route } = useLocation();
  useEffect(() => {
    let leapt = 0;
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') return onAsk();
      const letter = letterOf(event);
      const room = event.timeStamp - leapt < 1000 && rooms.find((candidate) => candidate.letter === letter);
      leapt = letter === 'g' ? event.timeStamp : 0;
      if (room) {
        dialog.current?.close();
        route(room.href);
      }
    }
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [route, onAsk, dialog]);

  return (
    <dialog ref={dialog} class="shortcuts" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{t.shell.shortcuts}</h2>
      <dl>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t.shell.shortcuts}</dd>
        </div>
        {rooms.map(({ id, letter }) => (
          <div key={id}>
            <dt>
              <kbd>G</kbd> <kbd>{letter.toUpperCase()}</kbd>
            </dt>
            <dd>{t.rooms[id]}</dd>
          </div>
        ))}
      </dl>
      <Button onPress={() => dialog.current?.close()}>{t.shell.close}</Button>
    </dialog>
  );
}

/** By the key's place, so that it also works on a Cyrillic layout. */
function letterOf(event: KeyboardEvent): string {
  return event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : '';
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=radio]), select, textarea') !== null;
}
