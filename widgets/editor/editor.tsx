import { render } from 'preact';
import type { PreviewAnswer, PreviewRequest } from '../../snippet/preview-protocol.ts';
import type { Here } from '../../snippet/v.ts';
import { askPreview, placeDraft, type Refusal } from './ask-preview.ts';
import { clearPage, drawPage, type Trouble } from './draw-page.ts';
import css from './editor.css';
import { hearPage } from './hear-page.ts';
import { dropToken, takeToken } from './link.ts';
import { Panel } from './panel.tsx';
import { pick } from './pick.ts';
import { selectorOf } from './selector-of.ts';
import { alike, type Spotted } from './spot-part.tsx';

/** What staff has chosen to see. */
export type Wish = Pick<PreviewRequest, 'who' | 'device' | 'variant'>;

export interface Seen {
  answer: PreviewAnswer | null;
  refusal: Refusal | null;
  wish: Wish;
  isFolded: boolean;
  isOnTop: boolean;
  trouble: Trouble | null;
  /** What is to be said of what was done last. */
  said: 'failed' | 'taken' | 'changed' | null;
  spot: Spotted | null;
}

/** The editor on the shop's own page, in place of the snippet: shows a draft as somebody would see it, and tells nothing. */
export function begin({ tag: { site } }: Here) {
  const token = takeToken();
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  root.adoptedStyleSheets = [style];
  document.documentElement.append(host);

  let product: PreviewRequest['product'];
  let asked = 0;
  let giveUp = () => {};
  let seen: Seen = {
    ...{ answer: null, refusal: null, isFolded: false, isOnTop: false, trouble: null, said: null, spot: null },
    wish: {
      who: { example: 'new' },
      device: matchMedia('(max-width:640px)').matches ? 'phone' : 'desktop',
      variant: null,
    },
  };

  function change(part: Partial<Seen>) {
    seen = { ...seen, ...part };
    const acts = {
      onWish: wish,
      onLook: change,
      onAgain: look,
      onEnd: end,
      onPick: start,
      onTake: take,
      onLeave: leave,
    };
    render(<Panel {...seen} {...acts} />, root);
  }

  function wish(part: Partial<Wish>) {
    change({ wish: { ...seen.wish, ...part }, said: null });
    void look();
  }

  async function look() {
    const number = ++asked;
    const slots = [...document.querySelectorAll<HTMLElement>('[data-vitrina]')].map(
      ({ dataset }) => `${dataset.vitrina}`,
    );
    const answer = await askPreview(token, {
      ...{ site, path: location.pathname, language: document.documentElement.lang || navigator.language },
      ...(product !== undefined && { product }),
      ...seen.wish,
      slots: [...new Set(slots)],
    });
    if (number !== asked || seen.spot) return;
    if (!answer?.words) return change({ said: 'failed' });
    if (!('draft' in answer)) return change({ refusal: answer });
    const isFirst = seen.answer === null;
    change({ answer, trouble: null, said: seen.said === 'failed' ? null : seen.said });
    if (isFirst) {
      // Whoever has come to look at a draft wants to see it; what lies over a page mostly lies at its lower edge.
      change({ isOnTop: answer.draft.slot === null });
      return wish({ variant: answer.draft.variants[0] ?? null });
    }
    drawPage(answer, (trouble) => change({ trouble }));
  }

  function start() {
    clearPage();
    const spot = {
      position: 'after',
      only: seen.answer?.draft.hasPages ? null : alike() || location.pathname,
    } as const;
    const spotted = (element: Element, isPicked: boolean): Spotted => ({
      ...spot,
      element,
      found: selectorOf(element),
      isPicked,
    });
    giveUp = pick(host, {
      onLook: (element) => change({ spot: spotted(element, false), said: null }),
      onPicked: (element) => {
        if (!element) return leave();
        change({ spot: spotted(element, true) });
        root.querySelector('select')?.focus();
      },
    });
    root.querySelector<HTMLElement>('.spot p')?.focus();
  }

  function leave() {
    giveUp();
    change({ spot: null });
    void look();
    root.querySelector<HTMLElement>('.pick')?.focus();
  }

  async function take() {
    const { spot, answer } = seen;
    if (!spot || !answer) return;
    const { position, only } = spot;
    const at = { selector: spot.found.selector, position };
    const draft = await placeDraft(token, { site, at, only, base: answer.draft.revision });
    change({ said: !draft ? 'failed' : draft === 'changed' ? 'changed' : 'taken' });
    if (draft) leave();
  }

  function end() {
    dropToken();
    location.reload();
  }

  addEventListener('scroll', () => seen.spot && change({}), { passive: true });
  hearPage((id) => {
    product = id;
    void look();
  }, look);
  void look();
}
