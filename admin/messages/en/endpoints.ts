import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('en');

export const endpoints = {
  endpoints: {
    title: 'Webhooks',
    text: 'Other systems hear who enters this segment and who leaves it: which segment, the shop’s own number of the customer and the visitor’s, nothing else. Messages are signed as Standard Webhooks describes; what is not taken is sent again for three days.',
    address: 'Address',
    addressHint: 'Of your system, beginning with https://',
    add: 'Add webhook',
    once: 'Keep this secret now: it is shown only once. Your system checks signatures with it.',
    secret: 'Secret of the webhook',
    test: 'Send a test',
    renew: 'New secret',
    renewSurely: 'Make a new secret',
    renewMeaning: 'For a day messages are signed with both, so that nothing is lost.',
    remove: 'Remove',
    removeSurely: 'Remove for good',
    keep: 'Keep it',
    off: 'Switched off',
    offText:
      'Nothing was taken for days, so nothing is sent any more. Switch it on when your system listens again; what happened in the meantime is not sent.',
    switchOn: 'Switch on',
    failing: 'First failure',
    notTaken: 'Not taken',
    took: 'Last taken',
    nothing: 'Nothing sent yet',
    noAnswer: 'No answer',
    sent: 'Sent',
    answered: 'Answer',
    silent: 'A webhook is switched off',
    log: plural({ one: 'The latest message', other: 'The latest # messages' }),
    milliseconds: (ms: string) => `${ms} ms`,
    again: (at: string) => `again ${at}`,
  },
};
