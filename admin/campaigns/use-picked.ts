import { parseResponse } from 'hono/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import { client } from '../api/client.ts';
import type { Draft } from './draft.ts';

/** ms. */
const pause = 2_000;

/** Asks while this page is looked at which place was picked for a draft that is open on the shop, and hands on each that is new. */
export function usePicked(onPick: (part: Pick<Draft, 'place' | 'pages'>) => void) {
  const [opened, follow] = useState<{ id: string; expiresAt: number } | null>(null);
  const [picked, setPicked] = useState<Campaign['place'] | null>(null);
  // The form that is drawn now takes it, and not the one that the shop was opened with.
  const take = useRef(onPick);
  take.current = onPick;

  useEffect(() => {
    if (!opened) return;
    let known = 0;
    const look = async () => {
      if (document.hidden) return;
      if (Date.now() > opened.expiresAt) return clearInterval(timer);
      const now = await parseResponse(client.previews[':id'].$get({ param: { id: opened.id } })).catch(() => null);
      if (!now || now.revision <= known) return;
      known = now.revision;
      setPicked(now.place);
      take.current({ place: now.place, pages: now.pages });
    };
    const timer = setInterval(() => void look(), pause);
    const onShown = () => void look();
    document.addEventListener('visibilitychange', onShown);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [opened]);

  return { picked, follow };
}
