import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import base from '../../widgets/base.css';
import { heightRules } from '../../widgets/define.ts';
import { Box } from '../../widgets/overlay/box.tsx';
import overlay from '../../widgets/overlay/view.css';
import { messages } from '../language/current.ts';
import type { Language } from '../language/languages.ts';
import type { Preview } from './preview-of.tsx';

interface Props {
  title: string;
  kind: Campaign['place']['kind'];
  preview: Preview;
  width: 'phone' | 'desktop';
  theme: 'light' | 'dark';
  language: Language;
}

/** CSS px of a screen. */
const sizes = { phone: [360, 440], desktop: [1120, 600] } as const;
/** Of what stands in a page the surroundings need no room. */
const inPage = 200;
const margins = 32;

/** The widget in a page of its own, as wide as a visitor's screen, so that all that goes by the screen goes by that one. */
export function PreviewFrame({ title, kind, preview, width, theme, language }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(0);
  const [room, setRoom] = useState(0);
  const { label, key, view, css, definition } = preview;
  const { close } = messages.value.campaigns;
  const [across, high] = sizes[width];
  const tall = (width === 'phone' && definition.narrowHeight) || definition.height;
  const down = kind === 'slot' ? Math.max(inPage, tall + margins) : high;
  const scale = Math.min(1, (room || across) / across);

  useEffect(() => {
    const around = frame.current?.parentElement;
    if (!around) return;
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    observer.observe(around);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const page = frame.current?.contentDocument;
    const Sheet = page?.defaultView?.CSSStyleSheet;
    if (!page || !Sheet || loaded === 0) return;
    page.documentElement.lang = language;
    const around = new Sheet();
    around.replaceSync(
      `:root{color-scheme:${theme};background:canvas;font:16px/1.5 system-ui,sans-serif}body{margin:16px}`,
    );
    page.adoptedStyleSheets = [around];
    const host = page.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    const style = new Sheet();
    const rules = heightRules(definition, (height) => `:host{--height:${height}px}`) + base + css;
    style.replaceSync(kind === 'slot' ? rules : `${rules}${overlay}${modal}`);
    root.adoptedStyleSheets = [style];
    page.body.replaceChildren(host);
    const content =
      kind === 'slot' ? (
        view
      ) : (
        <Box kind={kind} label={label} close={close}>
          {view}
        </Box>
      );
    render(label ? content : null, root);
    if (kind === 'popup') root.querySelector('dialog')?.setAttribute('open', '');
    // Links lead nowhere here; a survey can be tried.
    const stay = (event: Event) => event.composedPath().some((one) => 'href' in one) && event.preventDefault();
    page.addEventListener('click', stay, { capture: true });
    page.addEventListener('auxclick', stay, { capture: true });
    return () => {
      page.removeEventListener('click', stay, { capture: true });
      page.removeEventListener('auxclick', stay, { capture: true });
      render(null, root);
    };
  }, [loaded, kind, key, theme, language, close]);

  return (
    <div class="campaign-screen" style={{ blockSize: `${down * scale}px` }}>
      <iframe
        ref={frame}
        title={title}
        srcdoc="<!doctype html><title>.</title>"
        onLoad={() => setLoaded((times) => times + 1)}
        style={{ inlineSize: `${across}px`, blockSize: `${down}px`, transform: `scale(${scale})` }}
      />
    </div>
  );
}

/** A dialog that is opened without its backdrop takes the keyboard from nobody, and looks the same. */
const modal =
  '.popup{position:fixed;inset:0;block-size:fit-content;margin:auto;box-shadow:0 0 0 200vmax rgb(0 0 0/50%)}';
