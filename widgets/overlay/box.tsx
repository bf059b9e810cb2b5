import type { VNode } from 'preact';
import type { Overlay } from '../../snippet/protocol.ts';

interface Props {
  kind: Overlay['kind'];
  label: string;
  /** What the button says that closes it. */
  close: string;
  dismiss?: () => void;
  children: VNode;
}

/** What lies over a page. */
export function Box({ kind, label, close, dismiss, children }: Props) {
  return (
    // What is open from the beginning takes no focus: whoever reads or writes goes on.
    <dialog
      class={kind}
      open={kind !== 'popup'}
      aria-label={label}
      onCancel={dismiss}
      onKeyDown={(event) => event.key === 'Escape' && kind !== 'popup' && dismiss?.()}
    >
      {children}
      <button type="button" class="close" aria-label={close} onClick={dismiss}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" />
        </svg>
      </button>
    </dialog>
  );
}
