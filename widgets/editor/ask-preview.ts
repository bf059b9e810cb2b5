import type { PreviewAnswer, PreviewedDraft, PreviewPlace, PreviewRequest } from '../../snippet/preview-protocol.ts';

/** The link opens nothing any more: said in the page's language. */
export type Refusal = Pick<PreviewAnswer, 'words' | 'language'>;

/** What the collector says to the holder of the link; nothing where it cannot be had at the moment. */
export async function askPreview(token: string, asked: PreviewRequest): Promise<PreviewAnswer | Refusal | undefined> {
  const answer = await post(token, '/v1/preview', asked);
  return answer && /200|40[13]/.test(`${answer.status}`) ? answer.json() : undefined;
}

/** Gives the draft another place; what became of it, or nothing. */
export async function placeDraft(token: string, place: PreviewPlace): Promise<PreviewedDraft | 'changed' | undefined> {
  const answer = await post(token, '/v1/preview/place', place);
  if (answer?.status === 409) return 'changed';
  return answer?.ok ? answer.json() : undefined;
}

function post(token: string, path: string, body: object): Promise<Response | undefined> {
  return fetch(new URL(path, import.meta.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
}
