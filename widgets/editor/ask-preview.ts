import type { PreviewAnswer, PreviewRequest } from '../../snippet/preview-protocol.ts';

/** The link opens nothing any more: said in the page's language. */
export type Refusal = Pick<PreviewAnswer, 'words' | 'language'>;

/** What the collector says to the holder of the link; nothing where it cannot be had at the moment. */
export async function askPreview(token: string, asked: PreviewRequest): Promise<PreviewAnswer | Refusal | undefined> {
  try {
    const answer = await fetch(new URL('/v1/preview', import.meta.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    return /200|40[13]/.test(`${answer.status}`) ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
