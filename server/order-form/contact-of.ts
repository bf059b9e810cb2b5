import type { PrefillField } from '../../widgets/prefill/definition.ts';
import { believed, type SourceRule } from '../profiles/believed.ts';
import type { Profile } from '../profiles/profile.ts';
import { traitsOf } from '../profiles/read.ts';

/** The traits that say something of an order form's field, by the names that shops' systems have for them; the first one counts. */
const traitsFor: Readonly<Record<PrefillField, readonly string[]>> = {
  name: ['name', 'full_name'],
  'given-name': ['given_name', 'first_name'],
  'family-name': ['family_name', 'last_name'],
  email: ['email'],
  tel: ['phone', 'phone_number'],
  organization: ['company', 'organization'],
  'street-address': ['street_address', 'address', 'street'],
  'address-line1': ['address_line1'],
  'address-line2': ['address_line2'],
  'address-level2': ['city', 'locality'],
  'address-level1': ['region', 'state'],
  'postal-code': ['postal_code', 'postcode', 'zip'],
  country: ['country', 'country_code'],
};

/** What is known of somebody that an order form asks for. `keys`: those that join them, as `email:anna@example.com`. `now` in ms. */
export function contactOf(
  profile: Profile,
  keys: readonly string[],
  sources: readonly SourceRule[],
  now: number,
): Map<PrefillField, string> {
  const said = new Map(traitsOf(believed(profile, sources, now)).map(({ key, value }) => [key, value]));
  const keyOf = (kind: string) => keys.find((key) => key.startsWith(`${kind}:`))?.slice(kind.length + 1);
  const contact = new Map<PrefillField, string>();
  for (const [field, traits] of Object.entries(traitsFor) as [PrefillField, readonly string[]][]) {
    // What was verified stands before what was only said.
    const verified = field === 'email' ? keyOf('email') : field === 'tel' ? keyOf('phone') : undefined;
    const value = verified ?? traits.map((trait) => said.get(trait)).find(Boolean);
    if (value) contact.set(field, value);
  }
  return contact;
}
