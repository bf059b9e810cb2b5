import type { Robot } from '../../../server/acquisition/robot.ts';
import type { TrustPartName } from '../../../server/doctor/trust.ts';
import { pluralIn } from '../../language/plural.ts';
import { orders } from './counts.ts';

const plural = pluralIn('en');

export const doctor = {
  doctor: {
    title: 'Data',
    lead: 'What your shop sends, over the last seven days in UTC: what arrives, what is missing, and how to put it right.',
    trust: 'Trust in the data',
    trustMeaning:
      '100 means that nothing is known to be wrong. A part in which nothing can be judged yet does not count.',
    trustNone: 'Nothing to judge yet.',
    weight: (share: string) => `weighs ${share}`,
    wrong: (share: string) => `${share} wrong`,
    notJudged: 'not enough yet',
    parts: {
      accepted: { label: 'Accepted', meaning: 'Events that were kept, against those that were refused.' },
      arrived: {
        label: 'Arrived',
        meaning:
          'Numbers missing from the sequence of a page that has ended. What is lost at the very end of a page cannot be seen, so at least this much.',
      },
      complete: { label: 'Complete', meaning: 'Product events with price, currency and value.' },
      once: { label: 'Once', meaning: 'Pages that report each view once.' },
      orders: {
        label: 'Orders agree',
        meaning: 'Orders that both the browser and your server report. Judged once your server sends orders.',
      },
    } satisfies Record<TrustPartName, { label: string; meaning: string }>,
    events: 'Events kept',
    eventsMeaning: 'Each event once, however often it was sent.',
    refused: 'Refused',
    refusedMeaning: 'Events that could not be kept as they were sent.',
    duplicates: 'Sent again',
    duplicatesMeaning: 'Events that had arrived already. They do no harm: each is kept once.',
    ordersNote: (count: number) => `${orders(count)} among them`,
    robots: 'Robots left out',
    robotsMeaning: 'Requests of programs and of pages that nobody has seen. They are counted here and nowhere else.',
    consent: 'Agreed to statistics',
    consentMeaning: 'Share of page views whose visitor allows to be counted across pages.',
    consentNote: (refused: string, unknown: string) => `${refused} refused, ${unknown} without an answer`,
    problems: 'What to put right',
    good: 'Nothing is wrong',
    goodText: 'Everything that arrived in the last seven days was kept, and nothing is missing from it.',
    times: plural({ one: '# time', other: '# times' }),
    newest: (example: string) => `Most recently: ${example}`,
    arrives: 'What arrives',
    name: 'Event',
    today: 'Today',
    week: '7 days',
    trend: 'Day by day',
    whoRobots: 'Robots',
    snippets: 'Snippet versions',
    snippetsMeaning:
      'Page views by the build of the snippet that sent them. A shop that copies the script instead of loading it stays behind.',
    version: 'Version',
    kind: 'Kind',
    kinds: {
      crawler: 'Search and other crawlers',
      assistant: 'AI crawlers and readers',
      headless: 'Browsers without a screen',
      nameless: 'Programs without a name',
      prerender: 'Pages loaded in advance',
    } satisfies Record<Robot, string>,
    emptyTitle: 'Nothing has arrived yet',
    emptyText: 'As soon as a page of your shop has sent something, this page says whether it is right.',
    emptyAction: 'Get the tag',
    seen: 'What we see while you wait',
    seenRobots: (count: number) => `Only robots have come so far: ${count}. Open the shop in a browser of your own.`,
    fixes: {
      'turned-away.wrong-origin': {
        what: 'Pages at another address send for this shop',
        fix: 'If these pages are yours, add their address to the shop’s origins (vitrina serve --origin). If not, someone has copied your tag: nothing of it was kept.',
      },
      'turned-away.no-origin': {
        what: 'Requests without an address',
        fix: 'Only pages in a browser send here. Your server should use the server interface with a secret key.',
      },
      'turned-away.invalid-token': {
        what: 'Visitor tokens that are not ours',
        fix: 'Mostly harmless: the snippet drops them and sends again. If they stay, look whether two installations share one domain.',
      },
      'refused.id': {
        what: 'Events with an unusable id',
        fix: 'An id has letters, digits, _ . and - only, at most 64. Leave it to the snippet.',
      },
      'refused.name': {
        what: 'Events with an unusable name',
        fix: 'A name begins with a letter and has at most 64 letters, digits and _.',
      },
      'refused.time': {
        what: 'Events with an impossible time',
        fix: 'The browser’s clock is off, or the event is older than 30 days: import history instead.',
      },
      'refused.currency': {
        what: 'Unknown currency',
        fix: 'Send an ISO 4217 code such as UAH in “currency”, not a sign or a word.',
      },
      'refused.amount': {
        what: 'Amounts that are no numbers',
        fix: 'Send price and value as plain numbers, such as 199.50, without currency or words.',
      },
      'refused.order-id': {
        what: 'Orders without a number',
        fix: 'Send the order’s number in “transaction_id” with every purchase.',
      },
      'refused.item-id': {
        what: 'Products without a usable number',
        fix: 'Send the product’s number from your catalogue in “item_id”.',
      },
      'refused.items': {
        what: 'Product lists that cannot be read',
        fix: 'Send “items” as a list of products, each with its own “item_id” and a quantity from 0 up.',
      },
      'refused.identity': {
        what: 'Sign-ins that are not proved',
        fix: 'Sign the identity on your backend with the secret of the install page, at most 15 minutes before.',
      },
      'refused.params': {
        what: 'Details that cannot be read',
        fix: 'Compare the event with the example in the documentation: a field has the wrong form.',
      },
      'untold.whom': {
        what: 'Facts of a source about nobody',
        fix: 'Say whom each is about: a customer number, an e-mail address, or a telephone number with its digits.',
      },
      'untold.time': {
        what: 'Facts of a source with an unusable time',
        fix: 'Send when the source learned it, as 2026-11-21T18:00:00Z, and never a time that lies ahead: look at the clock of that system.',
      },
      'untold.answer': {
        what: 'Facts that do not fit their question',
        fix: 'The shop asks this itself: send the value as the question expects it, or add the missing choice under Questions.',
      },
      'untold.type': {
        what: 'Facts without a type, or under a name that none may have',
        fix: 'Send {"type": "text", "value": …} (in a file: tier:text as the head of the column), under a name of small Latin letters, or make it a question of the shop.',
      },
      'untold.traits': {
        what: 'Entries of a source that tell nothing, or too much',
        fix: 'Send between 1 and 30 facts with each person, in “traits”.',
      },
      'shortcoming.no-items': {
        what: 'Product events without products',
        fix: 'Send “items” with at least one product.',
      },
      'shortcoming.no-price': {
        what: 'Products without a price',
        fix: 'Send “price” of one piece, or import the catalogue, which knows it.',
      },
      'shortcoming.no-currency': {
        what: 'Amounts without a currency',
        fix: 'Send “currency” with them. Until then the shop’s own is assumed.',
      },
      'shortcoming.no-value': {
        what: 'Orders without a value',
        fix: 'Send “value”: the sum of price times quantity, without shipping and tax.',
      },
      twice: {
        what: 'The same page view is reported twice',
        fix: 'The tag stands twice, often once in the theme and once in a tag manager. Remove one of them.',
      },
      lost: {
        what: 'Events get lost on the way',
        fix: 'Ad blockers and broken connections take their share. Serving Vitrina from a subdomain of your own wins most of it back.',
      },
      'orders-browser': {
        what: 'Orders that only the browser reports',
        fix: 'Your server does not send them. Look whether its export leaves out a payment method or a state.',
      },
      'orders-server': {
        what: 'Orders that only the server reports',
        fix: 'The thank-you page does not report them: payment may end elsewhere, or the tag is missing there.',
      },
    },
  },
};
