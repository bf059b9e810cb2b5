import { z } from 'zod';
import type { Operation } from '../api/operation.ts';

export const overlayOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/overlay',
    summary: 'Whether what waited for its moment may still be shown',
    text: 'The widgets ask this for you, when an overlay that waits for a scroll, a pause or a leaving mouse would come: 204 where something keeps it away by now. Who looks is said by the visitor’s cookie or token. Nothing is recorded.',
    access: 'page',
    query: {
      site: { text: 'The shop’s public key.', required: true },
      decision: { text: 'As /v1/collect named it.', required: true },
      path: { text: 'Of the page.', required: true },
      product: { text: 'The product that the page shows.' },
    },
    answers: {
      200: { text: 'It may be shown.', schema: z.object({ show: z.literal(true) }) },
      204: { text: 'It stays away.' },
    },
  },
];
