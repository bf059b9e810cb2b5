import { render } from 'preact';
import type { PreviewAnswer, PreviewRequest } from '../../snippet/preview-protocol.ts';
import type { Here } from '../../snippet/v.ts';
import { show } from '../runtime.ts';
import { askPreview, type Refusal } from './ask-preview.ts';
import css from './editor.css';
import { hearPage } from './hear-page.ts';
import { dropToken, takeToken } from './link.ts';
import { Panel } from './panel.tsx';

/** What staff has chosen to see. */
export type Wish = Pick<PreviewRequest, 'who' | 'device' | 'variant'>;

export interface Seen {
  answer: PreviewAnswer | null;
  refusal: Refusal | null;
  /** The last question found no answer. */
  isFailed: boolean;
  wish: Wish;
  isFolded: boolean;
  isOnTop: boolean;
  /** The draft has no room where it should stand. */
  isLate: boolean;
}

/** The editor on the shop's own page, in place of the snippet: shows a draft as somebody would see it, and tells nothing. */
export function begin({ tag }: Here) {
  const token = takeToken();
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  root.adoptedStyleSheets = [style];
  document.documentElement.append(host);

  let product: PreviewRequest['product'];
  let asked = 0;
  let seen: Seen = {
    ...{ answer: null, refusal: null, isFailed: false, isFolded: false, isOnTop: false, isLate: false },
    wish: {
      who: { example: 'new' },
      device: matchMedia('(max-width:640px)').matches ? 'phone' : 'desktop',
      variant: null,
    },
  };

  function change(part: Partial<Seen>) {
    seen = { ...seen, ...part };
    render(<Panel {...seen} onWish={wish} onLook={change} onAgain={look} onEnd={end} />, root);
  }

  function wish(part: Partial<Wish>) {
    change({ wish: { ...seen.wish, ...part } });
    void look();
  }

  async function look() {
    const number = ++asked;
    const slots = [...document.querySelectorAll<HTMLElement>('[data-vitrina]')].map(
      ({ dataset }) => `${dataset.vitrina}`,
    );
    const answer = await askPreview(token, {
      ...{ site: tag.site, path: location.pathname, language: document.documentElement.lang || navigator.language },
      ...(product !== undefined && { product }),
      ...seen.wish,
      slots: [...new Set(slots)],
    });
    if (number !== asked) return;
    if (!answer?.words) return change({ isFailed: true });
    if (!('draft' in answer)) return change({ refusal: answer });
    const isFirst = seen.answer === null;
    change({ answer, isFailed: false, isLate: false });
    // Whoever has come to look at a draft wants to see it.
    if (isFirst) return wish({ variant: answer.draft.variants[0] ?? null });
    draw(answer);
  }

  function draw({ decisions, draft }: PreviewAnswer) {
    const track = (name: string, { slot }: { slot?: unknown }) => {
      if (name === 'slot_late' && slot === draft.slot) change({ isLate: true });
    };
    // What lies over the page makes room for the next alone when nothing is to lie there.
    show([], { swap: true, track });
    const now = decisions.map((one) =>
      one.overlay ? { ...one, overlay: { ...one.overlay, trigger: { on: 'load' } as const } } : one,
    );
    show(now, { swap: true, track });
  }

  function end() {
    dropToken();
    location.reload();
  }

  hearPage((id) => {
    product = id;
    void look();
  }, look);
  void look();
}
