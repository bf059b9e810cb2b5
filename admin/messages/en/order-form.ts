import type { PrefillField } from '../../../widgets/prefill/definition.ts';

export const orderForm = {
  orderForm: {
    title: 'Order form',
    meaning:
      'Visitors fill in your order form with one tap: what they typed before on this device (encrypted, and never sent anywhere), or what you know of them, when your shop signs who they are. Everything is shown as a hint first, like j•••@e•••.com.',
    fills: 'Help with the order form',
    on: 'On',
    off: 'Off',
    shorter: 'A shorter form',
    shorterHint: 'What your signed word has filled in goes out of sight; a button brings it back.',
    shorterOn: 'Hide filled-in fields',
    shorterOff: 'Show everything',
    keep: 'Keep',
    place:
      'Put this into the form, as its first element. The token is the one that your backend signs for a login, with a jti of its own; without it there are hints, and what the device keeps.',
    found: 'Found in your form',
    foundAt: (path: string) => `Seen by a visitor’s page on ${path}`,
    foundNone: 'No page with this place has been opened yet.',
    foundNothing:
      'The page has the place, but no form was found with at least two fields that can be filled in. Give the fields the autocomplete words of HTML.',
    others: (names: string) => `Not filled in: ${names}`,
    changed: (who: string, when: string) => `Changed by ${who}, ${when}`,
    fields: {
      name: 'Name',
      'given-name': 'First name',
      'family-name': 'Last name',
      email: 'E-mail',
      tel: 'Telephone',
      organization: 'Company',
      'street-address': 'Street',
      'address-line1': 'Address, line 1',
      'address-line2': 'Address, line 2',
      'address-level2': 'City',
      'address-level1': 'Region',
      'postal-code': 'Postal code',
      country: 'Country',
    } satisfies Record<PrefillField, string>,
  },
};
