import { render } from 'preact';
import type { Decision, Overlay } from '../../snippet/protocol.ts';
import type { Placing } from '../../snippet/slots.ts';
import { ask } from '../ask.ts';
import type { Drawing } from '../place.tsx';
import { watch } from '../watch.ts';
import { Box } from './box.tsx';
import { happens } from './happens.ts';
import { isBusy } from './is-busy.ts';
import { shopColours } from './shop-colours.ts';
import own from './view.css';

/** What waits for its moment, or lies over the page; one at most. */
let current: Laid | undefined;

interface Laid {
  isOpen(): boolean;
  /** Takes it away without a word. */
  end(): void;
}

/**
 * Lays a decision over the page when its moment has come, if then it still may. The next one takes the place of what waits; what is
 * open stays open until somebody closes it, or nothing is to be shown any more.
 */
export function lay(decision: Decision | undefined, draw: Draw, placing: Placing) {
  if (current?.isOpen() && decision) return;
  current?.end();
  current = undefined;
  const { overlay } = decision ?? {};
  if (decision && overlay) void wait(decision, overlay, draw, placing).catch(() => {});
}

type Draw = (decision: Decision) => Promise<Drawing | undefined>;

async function wait(decision: Decision, overlay: Overlay, draw: Draw, { track }: Placing) {
  const giveUp = new AbortController();
  current = { isOpen: () => false, end: () => giveUp.abort() };
  const since = Date.now();
  await happens(overlay.trigger, giveUp.signal);
  if (isBusy()) return;
  // What kept others away may hold for this one by now.
  const { site, path, product, trigger } = overlay;
  const about = { site, path, decision: decision.id, ...(product && { product }) };
  const answer = trigger.on === 'load' || (await ask('/v1/overlay', about)).status === 200;
  const waited = String((Date.now() - since) / 1_000);
  const drawing = answer && (await draw({ ...decision, props: { ...decision.props, waited } }));
  if (!drawing || giveUp.signal.aborted || isBusy()) return;
  current = open(decision, overlay, drawing, track, () => {
    current = undefined;
  });
}

function open(
  decision: Decision,
  { kind, close }: Overlay,
  { content, style }: Drawing,
  track: Placing['track'],
  done: () => void,
): Laid {
  const host = document.createElement('div');
  // By it a shop gives what lies over its pages other colours.
  host.dataset.vitrinaOver = kind;
  const root = host.attachShadow({ mode: 'open' });
  const ours = new CSSStyleSheet();
  const page = [document.body, document.documentElement];
  ours.replaceSync(own + shopColours(page.map((one) => getComputedStyle(one))));
  root.adoptedStyleSheets = [style, ours];
  // Where somebody was before they went into it.
  let from: unknown = document.activeElement;
  host.addEventListener('focusin', ({ relatedTarget }) => {
    from = relatedTarget ?? from;
  });
  const end = () => {
    stop();
    const isInside = document.activeElement === host;
    host.remove();
    if (isInside && from instanceof HTMLElement) from.focus({ preventScroll: true });
    done();
  };
  let hasAnswered = false;
  const dismiss = () => {
    // Who closes the thanks for an answer does not want to be left alone.
    if (!hasAnswered) track('slot_dismiss', { decision: decision.id, slot: decision.slot });
    end();
  };
  render(
    <Box kind={kind} label={String(decision.props.title || decision.props.text)} close={close} dismiss={dismiss}>
      {content}
    </Box>,
    root,
  );
  root.addEventListener('say', (event) => {
    hasAnswered ||= event instanceof CustomEvent && event.detail[0] === 'answer';
  });
  // A campaign that ends takes along what lies there.
  host.addEventListener('vitrina-over', end);
  document.body.append(host);
  const dialog = root.querySelector('dialog');
  if (kind === 'popup') dialog?.showModal();
  // Beside the box is the backdrop, which is the dialog's own.
  dialog?.addEventListener('click', ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    if (target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom)) dismiss();
  });
  const stop = watch(host, decision, track, dialog ?? host);
  // The page may have thrown it away.
  return { isOpen: () => host.isConnected, end };
}
