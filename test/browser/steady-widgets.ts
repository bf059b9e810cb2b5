import { yourDataFor } from '../../server/decide/your-data.ts';
import { messagesIn } from '../../server/messages/messages.ts';
import type { Decision } from '../../snippet/protocol.ts';
import type { WidgetId } from '../../widgets/definitions.ts';
import { shelf } from './snippet-decisions.ts';

/** What a widget is told in full, which of its words say that all of it is there, and what comes of a press. */
export interface Shown {
  props: Decision['props'];
  sees: string;
  /** Selectors, in turn. */
  presses?: string[];
  leads?: string;
}

const text = 'For everybody who has ordered twice this year, on all that is not on sale.';
const counts = { left: '200000', waited: '', ends: 'Ends on 24 December at 18:00', lasts: 'Ends in', days: 'd' };
const choices = ['Wood', 'Glass', 'Ceramic', 'Steel'].map((words) => ({ value: words.toLowerCase(), words }));
const steps = Array.from({ length: 11 }, (_, step) => ({ value: String(step), words: String(step) }));
const asking = { send: 'Send', later: 'Not now', skip: 'Skip', thanks: 'Thank you!', putOff: 'Another time.' };
const pieces = [
  ['h2', {}, 'Our own words'],
  ['p', {}, text],
  ['img', { src: '/picture.svg', width: '40', height: '40' }],
];

/** Each widget that there is: one without an entry does not compile. */
export const shown: Record<WidgetId, Shown> = {
  greeting: {
    props: { title: 'Welcome back, Anna', text: 'Three things are new', gift: 'For somebody else', forAnother: '' },
    ...{ sees: 'Three things are new', presses: ['button'], leads: 'You look for somebody else' },
  },
  shelf: { props: shelf('').props, sees: 'You may also like' },
  'add-shelf': {
    props: { ...shelf('').props, add: 'Add', adding: 'Being added', added: 'Added', failed: 'It did not work' },
    ...{ sees: 'You may also like', presses: ['li:first-child button'], leads: 'Added: ' },
  },
  message: {
    props: { title: 'Free delivery', text, image: '/picture.svg', button: 'Look', url: '/offer', ...counts },
    sees: 'Ends in',
  },
  coupon: {
    props: {
      ...{ title: 'Ten percent for regulars', text, code: '', site: 'key', decision: 'coupon', show: 'Show my code' },
      ...{ yours: 'Your code', copy: 'Copy', copied: 'Copied', none: 'None is left', failed: 'It failed', ...counts },
    },
    ...{ sees: 'Show my code', presses: ['button'], leads: 'REG-7F3K' },
  },
  survey: {
    props: {
      ...{ title: 'A question', ...asking },
      questions: [
        { key: 'nps', type: 'scale', words: 'Would you recommend us?', choices: steps, ends: ['no', 'yes'] },
        { key: 'why', type: 'text', words: 'What was best?', choices: [] },
      ],
    },
    ...{ sees: 'Would you recommend us?', presses: ['label:last-child', '.send'], leads: 'What was best?' },
  },
  form: {
    props: {
      ...asking,
      questions: [
        { key: 'stuff', type: 'choice', words: 'What do you like best?', choices },
        { key: 'more', type: 'several', words: 'What else do you like?', choices },
      ],
    },
    ...{ sees: 'What do you like best?', presses: ['[type=submit]'], leads: 'What else do you like?' },
  },
  finder: {
    props: {
      ...{ site: 'key', finder: 'lamps', language: 'en', cart: '[]', title: 'Find a lamp' },
      ...{ back: 'Back', next: 'Go on', restart: 'Start again', done: 'That was all.', failed: 'It failed' },
      questions: [{ key: 'stuff', type: 'choice', words: 'Of what?', choices }],
      ...{ skip: 'Any', progress: '1 of 2', status: '90 fit' },
    },
    ...{ sees: 'Of what?', presses: ['[type=submit]'], leads: 'How many fit now: 8' },
  },
  alert: {
    props: {
      ...{ title: 'Tell me when it is cheaper', product: 'LAMP', of: 'price', isWaiting: '', items: [] },
      ...{ email: 'Your e-mail address', send: 'Write to me', visit: 'Say it when I am here again', agree: text },
      ...{ waits: 'You will hear of it.', withdraw: 'No longer', withdrawn: 'Nothing will be said.' },
    },
    ...{ sees: 'Tell me when it is cheaper', presses: ['button.later'], leads: 'You will hear of it.' },
  },
  html: {
    props: { title: 'Our own words', pieces: JSON.stringify(pieces), high: '200', narrowHigh: '260' },
    sees: 'Our own words',
  },
  loan: {
    props: {
      ...{ title: 'In instalments', text, unit: 'Months', months: '3\n12', terms: '3 months\n12 months' },
      ...{ monthly: '€333.33 a month\n€88.85 a month', parts: '3 instalments\n12 instalments' },
      total: '€1,000.00 in all, as much as the price\n€1,066.19 in all, €66.19 more than the price',
    },
    ...{ sees: '€333.33 a month', presses: ['label:last-child'], leads: '€88.85 a month' },
  },
  'order-status': {
    props: {
      ...{ title: 'Your order …7001', status: 'On its way since Monday.', expected: 'It should be there by Friday.' },
      ...{ late: '', products: 'Red Mug, Tea light holder', stages: 'Ordered\nPaid\nSent\nThere', reached: '3' },
    },
    sees: 'On its way since Monday.',
  },
  prefill: {
    props: { ...messagesIn('en').orderForm, site: 'key', may: 'yes', shorter: '' },
    ...{ sees: 'A•••', presses: ['.do button'], leads: 'Filled in.' },
  },
  'your-data': {
    props: { ...yourDataFor('en', { key: 'key' }) },
    ...{ sees: 'Mugs · 71%', presses: ['.answer button'], leads: 'Cancel' },
  },
};

/** What the collector answers to what widgets ask it themselves, by path. */
export const answers: Record<string, object> = {
  '/v1/coupon': { code: 'REG-7F3K' },
  '/v1/order-form': { who: 'anna', fields: [{ field: 'name', hint: 'A•••', value: 'Anna Petrenko' }] },
  '/v1/finder': {
    ...{ question: { key: 'size', type: 'choice', words: 'How big?', choices }, skip: 'Any', progress: '2 of 2' },
    ...{ status: 'How many fit now: 8', items: [{ ...shelfCard(), but: '' }] },
  },
  '/v1/me': {
    ...{ scope: 'device', canWithdraw: true, sections: [{ title: 'What you like', lines: ['Mugs · 71%'] }] },
    answers: [{ key: 'tea', type: 'choice', words: 'Tea?', choices, value: 'wood', said: 'Wood', when: '3 June 2026' }],
  },
};

function shelfCard() {
  return { id: 'P', name: 'A lamp', url: '/lamp', image: '/picture.svg', price: '€5.00', reason: 'Of wood' };
}
