import { render } from 'preact';
import type { Decision, Overlay } from '../../snippet/protocol.ts';
import type { Placing } from '../../snippet/slots.ts';
import { ask } from '../ask.ts';
import type { Drawing } from '../place.tsx';
import { watch } from '../watch.ts';
import { Box } from './box.tsx';
import { happens } from './happens.ts';
import { isBusy } from './is-busy.ts';
import own from './view.css';

/** What waits for its moment, or lies over the page; one at most. */
let current: { isOpen: boolean; end(): void } | undefined;

/**
 * Lays a decision over the page when its moment has come, if then it still may. The next one takes the place of what waits; what is
 * open stays open until somebody closes it, or nothing is to be shown any more.
 */
export function lay(decision: Decision | undefined, draw: Draw, placing: Placing) {
  if (current?.isOpen && decision) return;
  current?.end();
  current = undefined;
  const { overlay } = decision ?? {};
  if (decision && overlay) void wait(decision, overlay, draw, placing).catch(() => {});
}

type Draw = (decision: Decision) => Promise<Drawing | undefined>;

async function wait(decision: Decision, overlay: Overlay, draw: Draw, { track }: Placing) {
  const giveUp = new AbortController();
  const mine = { isOpen: false, end: () => giveUp.abort() };
  current = mine;
  await happens(overlay.trigger, giveUp.signal);
  if (isBusy()) return;
  // What kept others away may hold for this one by now.
  const { site, path, product, trigger } = overlay;
  const about = { site, path, decision: decision.id, ...(product && { product }) };
  const answer = trigger.on === 'load' || (await ask('/v1/overlay', about)).status === 200;
  const drawing = answer && (await draw(decision));
  if (!drawing || giveUp.signal.aborted || isBusy()) return;
  mine.isOpen = true;
  mine.end = open(decision, overlay, drawing, track, () => {
    current = undefined;
  });
}

/** Returns how to take it away without a word. */
function open(
  decision: Decision,
  { kind, close }: Overlay,
  { content, style }: Drawing,
  track: Placing['track'],
  done: () => void,
) {
  const host = document.createElement('div');
  // By it a shop gives what lies over its pages other colours.
  host.dataset.vitrinaOver = kind;
  const root = host.attachShadow({ mode: 'open' });
  const ours = new CSSStyleSheet();
  ours.replaceSync(own);
  root.adoptedStyleSheets = [style, ours];
  const end = () => {
    stop();
    host.remove();
    done();
  };
  const dismiss = () => {
    track('slot_dismiss', { decision: decision.id, slot: decision.slot });
    end();
  };
  render(
    <Box kind={kind} label={String(decision.props.title || decision.props.text)} close={close} dismiss={dismiss}>
      {content}
    </Box>,
    root,
  );
  document.body.append(host);
  const dialog = root.querySelector('dialog');
  if (kind === 'popup') dialog?.showModal();
  // Beside the box is the backdrop, which is the dialog's own.
  dialog?.addEventListener('click', ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    if (target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom)) dismiss();
  });
  const stop = watch(host, decision, track, dialog ?? host);
  return end;
}
