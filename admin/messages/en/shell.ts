import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('en');
const seconds = plural({ one: '# second', other: '# seconds' });
const minutes = plural({ one: '# minute', other: '# minutes' });
/** Of a number of seconds. */
const duration = (wait: number) => (wait < 60 ? seconds(wait) : minutes(Math.ceil(wait / 60)));

export const shell = {
  loading: 'Loading',

  loadMore: 'Load more',

  versions: {
    version: (version: number) => `version ${version}`,
    cameWithShop: 'Came with the shop',
    takeUp: 'Take into the form',
  },

  justNow: 'just now',

  times: (zone: string) => `Times are in the shop’s time zone, ${zone}.`,

  unknownVisitor: (id: string) => `Visitor …${id}`,

  devices: { desktop: 'Computer', phone: 'Phone', tablet: 'Tablet' },

  file: { choose: 'Choose a file', drop: 'or drop it here' },

  copy: { copy: 'Copy', copied: 'Copied', blocked: 'The browser refused: select the text and copy it yourself' },

  problem: {
    code: 'Code:',
    retry: 'Try again',
    refused: 'That was refused',
    offline: {
      what: 'No answer from the server',
      todo: 'Check that Vitrina is running and that you are connected, then try again.',
    },
    linkInvalid: {
      what: 'This link no longer works',
      todo: 'A link opens once and only for a while. Ask the terminal for a new one.',
    },
    wrongCredentials: { what: 'E-mail or password is wrong', todo: 'Check both and try again.' },
    tooManyAttempts: {
      what: 'Too many attempts',
      todo: (wait: number) => `For safety, signing in pauses for ${duration(wait)}.`,
    },
    notFound: { what: 'Not found', todo: 'It may have been erased, or the address is incomplete.' },
    forbidden: { what: 'Not allowed', todo: 'Your role does not include this. Ask the owner of the shop.' },
    server: {
      what: 'The server made a mistake',
      todo: 'Nothing you did. Try again; if it stays, quote the code below.',
    },
    unexpected: { what: 'The panel made a mistake', todo: 'Load the page again; if it stays, quote the code below.' },
  },

  entrance: { unreachable: 'Vitrina cannot be reached' },

  shell: {
    skip: 'Skip to the page',
    navigation: 'Main',
    menuOf: (name: string) => `Menu of ${name}`,
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    roles: { owner: 'Owner' },
    shortcuts: 'Keyboard shortcuts',
    close: 'Close',
    signOut: 'Sign out',
  },

  rooms: {
    live: 'Live',
    visitors: 'Visitors',
    customers: 'Customers',
    profit: 'Profitability',
    loop: 'The loop',
    segments: 'Segments',
    campaigns: 'Campaigns',
    recommendations: 'Recommendations',
    questions: 'Questions',
    data: 'Data',
    install: 'Install',
    catalog: 'Catalogue',
    keys: 'Keys',
    settings: 'Settings',
  },

  noSuchPage: {
    title: 'No such page',
    headline: 'There is nothing at this address',
    text: 'The link may be old or incomplete.',
    back: 'Go to Live',
  },

  badges: {
    demo: 'DEMO',
    demoMeaning: 'This shop and its history are made up to show Vitrina',
    simulated: 'Demo',
    simulatedMeaning: 'Made by the demo’s traffic, not by a person',
    known: 'Known customer',
    knownMeaning: 'The shop itself has said who this is',
    unknown: 'Anonymous',
    unknownMeaning: 'The shop has not said who this is',
    mayPersonalise: 'Personalisation allowed',
    mayPersonaliseMeaning: 'The visitor agreed that their profile chooses what is shown',
    statisticsOnly: 'Statistics only',
    statisticsOnlyMeaning: 'The visitor agreed to be counted, not to personalisation',
    unknownConsent: 'Consent unknown',
    unknownConsentMeaning: 'Nobody has said what this visitor allows; nothing is kept on the device',
    refused: 'Consent refused',
    refusedMeaning: 'The visitor said no: nothing is kept on the device, and this profile chooses nothing any more',
  },
};
