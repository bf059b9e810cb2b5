import { AlertMessage, Message } from '../outbox/message.ts';
import { exampleAlert } from '../outbox/topic.ts';
import type { MessageOut } from './operation.ts';

const headers = {
  'webhook-id': 'Names the message, and is the same at every attempt: take each id once.',
  'webhook-timestamp': 'Seconds since 1970 of this attempt. Refuse one that is more than five minutes away.',
  'webhook-signature':
    'v1, and the HMAC-SHA256 in base64 of `webhook-id.webhook-timestamp.body`, with the bytes that follow whsec_ in the secret, read as base64. While a secret is changed there are two, with a space between them: either may be right.',
};

const retries =
  'An answer other than 2xx, or none within 15 seconds, is tried again with growing waits, about three days in all; 410 switches the address off.';

const example = (type: 'segment.entered' | 'segment.left') => ({
  ...{ type, timestamp: '2026-11-21T18:00:00.000Z' },
  data: {
    ...{ segment: { id: '019ab3c1-6f00-7c1e-9d3b-2f5a8e0c4d71', name: 'Regulars' } },
    ...{ customer: '42', visitor: '019ab3c0-1a2b-7d3e-8f4a-5b6c7d8e9f01' },
  },
});

/** What we tell other systems, at the addresses that a segment's page in the panel names. */
export const messagesOut: readonly MessageOut[] = [
  {
    name: 'segment.entered',
    summary: 'Somebody has entered a segment',
    text: `Sent to each address that the segment’s page in the panel names, signed as Standard Webhooks describes. ${retries}`,
    ...{ headers, schema: Message, example: example('segment.entered') },
  },
  {
    name: 'segment.left',
    summary: 'Somebody has left a segment',
    text: `As segment.entered; also where nobody did anything, and a time span of the rule has passed. ${retries}`,
    ...{ headers, schema: Message, example: example('segment.left') },
  },
  {
    name: 'alert.met',
    summary: 'What somebody waited for has come to be so',
    text: `A product costs less than as they asked to be told, or is in stock again. Sent once for each person and wish to each address that the panel’s page of the catalogue names, signed in the same way. Write to them only where \`letter\` says so, and once. ${retries}`,
    ...{ headers, schema: AlertMessage },
    example: {
      ...{ type: 'alert.met', timestamp: '2026-11-21T18:00:00.000Z' },
      data: {
        ...exampleAlert(Date.UTC(2026, 10, 1, 9)),
        ...{ customer: '42', visitor: '019ab3c0-1a2b-7d3e-8f4a-5b6c7d8e9f01' },
      },
    },
  },
];
