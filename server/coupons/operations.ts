import { z } from 'zod';
import type { Operation } from '../api/operation.ts';

export const couponOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/coupon',
    summary: 'The code of somebody who was shown a coupon',
    text: 'The widgets ask this for you, when somebody presses “Show my code”. Everyone has one code of a list, the same one for ever and on all devices; it is taken with the first such call. 204 for whoever was not shown this decision in the last 24 hours, without consent to personalisation, after the end of the campaign, and where no code is left. Who asks is said by the visitor’s cookie or token.',
    access: 'page',
    query: {
      site: { text: 'The shop’s public key.', required: true },
      decision: { text: 'As /v1/collect named it.', required: true },
    },
    answers: {
      200: { text: 'Their code.', schema: z.object({ code: z.string() }) },
      204: { text: 'There is none for them.' },
    },
  },
];
