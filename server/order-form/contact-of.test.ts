import { expect, test } from 'vitest';
import { emptyProfile } from '../profiles/profile.ts';
import { contactOf } from './contact-of.ts';

const now = 1_700_000_000_000;
const said = (value: string, source = 'visitor') => ({ at: now, id: 'e', value: { value, source } });

test('what an order form asks for is what the person, the shop’s systems and verified keys say', () => {
  const profile = emptyProfile();
  for (const [trait, value] of Object.entries({ name: 'Anna', city: 'Kyiv', email: 'typed@example.com', drink: 'tea' }))
    profile.traits.set(trait, said(value));
  profile.facts.set('crm postal_code', { at: now, id: 'f', value: '01001' });
  profile.facts.set('crm city', { at: now, id: 'g', value: 'Lviv' });
  profile.facts.set('stranger street', { at: now, id: 'h', value: 'Nowhere 1' });
  const contact = contactOf(profile, ['customer:1', 'email:anna@example.com'], [{ id: 'crm', days: null }], now);
  expect(Object.fromEntries(contact)).toEqual({
    ...{ name: 'Anna', email: 'anna@example.com', 'address-level2': 'Kyiv', 'postal-code': '01001' },
  });
});
