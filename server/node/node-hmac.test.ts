import fc from 'fast-check';
import { expect, test } from 'vitest';
import { webHmac } from '../identity/hmac.ts';
import { nodeHmac } from './node-hmac.ts';

test('a token of one runtime is a token of the other', async () => {
  const texts = fc.string({ unit: 'binary', maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), texts, async (secret, text) => {
      const [ours, theirs] = [await nodeHmac(secret), await webHmac(secret)];
      expect([...(await ours(text))]).toEqual([...(await theirs(text))]);
    }),
  );
});
