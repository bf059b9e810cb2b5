import { type InferResponseType, parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import { client } from '../api/client.ts';

type DrawnHtml = InferResponseType<typeof client.campaigns.html.$post>;

/** ms without a key after which it is asked. */
const pause = 250;

/** What is wrong with HTML as it is being written, and how it is drawn; null while that is not known, and for none. */
export function useDrawnHtml(html: string | null): DrawnHtml | null {
  const [drawn, setDrawn] = useState<DrawnHtml | null>(null);
  useEffect(() => {
    if (html === null) return setDrawn(null);
    let isCurrent = true;
    const ask = async () => {
      const answer = await parseResponse(client.campaigns.html.$post({ json: { html } }));
      if (isCurrent) setDrawn(answer);
    };
    // What cannot be drawn now is drawn with the next key.
    const timer = setTimeout(() => ask().catch(() => {}), pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [html]);
  return drawn;
}
