import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { newSecret, signedHeaders } from './sign.ts';

const body = JSON.stringify({ type: 'segment.entered', data: { segment: { name: 'Прихильники чаю' } } });

test('whoever follows the specification believes what is signed, with the new secret and with the old one', async () => {
  const [secret, old, other] = [newSecret(), newSecret(), newSecret()];
  const headers = await signedHeaders({ id: 'msg_1', body, at: Date.now() }, [secret, old]);
  expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  expect(new Webhook(old).verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(other).verify(body, headers)).toThrow();
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
  expect(() => new Webhook(secret).verify(body, { ...headers, 'webhook-id': 'msg_2' })).toThrow();
});

test('the signature is that of the specification’s example', async () => {
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', at: 1_614_265_330_000 };
  const { 'webhook-signature': signature } = await signedHeaders(message, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']);
  expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});
