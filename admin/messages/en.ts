import type { Channel } from '../../server/acquisition/channel.ts';
import type { Robot } from '../../server/acquisition/robot.ts';
import type { TrustPartName } from '../../server/doctor/trust.ts';
import type { Rung, Step } from '../../server/log/receipt.ts';
import type { FilterName, IngredientName } from '../../server/recommend/recipe.ts';
import { pluralIn } from '../language/plural.ts';

const plural = pluralIn('en');
const events = plural({ one: '# event', other: '# events' });
const orders = plural({ one: '# order', other: '# orders' });
const products = plural({ one: '# product', other: '# products' });
const people = plural({ one: '# person', other: '# people' });
const carts = plural({ one: '# cart', other: '# carts' });
const views = plural({ one: '# page view', other: '# page views' });
const minutesAgo = plural({ one: '# minute ago', other: '# minutes ago' });
const seconds = plural({ one: '# second', other: '# seconds' });
const minutes = plural({ one: '# minute', other: '# minutes' });

/** Of a number of seconds. */
const duration = (wait: number) => (wait < 60 ? seconds(wait) : minutes(Math.ceil(wait / 60)));

/** What the merchant reads, in English: the shape of the other catalogues. */
export const en = {
  loading: 'Loading',
  loadMore: 'Load more',
  justNow: 'just now',
  times: (zone: string) => `Times are in the shop’s time zone, ${zone}.`,
  unknownVisitor: (id: string) => `Visitor …${id}`,
  devices: { desktop: 'Computer', phone: 'Phone', tablet: 'Tablet' },

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

  setUp: {
    title: 'Welcome to Vitrina',
    lead: 'Create the owner’s account. It takes half a minute.',
    link: 'One-time link',
    linkHint: 'It stands in the terminal where Vitrina was started.',
    name: 'Your name',
    email: 'E-mail',
    password: 'Password',
    passwordHint: 'At least 10 characters. A few words in a row are good.',
    refused: {
      name: 'Enter a name of up to 100 characters',
      email: 'This is not an e-mail address',
      password: 'Choose 10 to 200 characters',
    },
    submit: 'Create account',
  },

  signIn: {
    title: 'Sign in',
    lead: 'To your shop’s panel.',
    expired: 'Your session has ended. Sign in, and you are back where you were.',
    byLink: 'Opening the panel',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    forgotten:
      'Forgot the password? Start Vitrina with “vitrina serve --link”: the terminal prints a link that signs you in.',
  },

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

  rooms: { live: 'Live', visitors: 'Visitors', data: 'Data', install: 'Install' },

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
    noConsent: 'No consent',
    noConsentMeaning: 'Nothing is kept on the device, and no profile chooses what is shown',
  },

  live: {
    title: 'Live',
    connected: 'Live',
    reconnecting: 'Connection lost, reconnecting …',
    people: 'On the shop now',
    peopleMeaning: 'Visitors with an event in the last five minutes.',
    events: 'Events, 30 minutes',
    eventsMeaning: 'Everything the shop’s pages reported in the last 30 minutes: views, carts, orders and so on.',
    carts: 'Carts in progress',
    cartsMeaning: 'Visitors who are on the shop now and have something in the cart.',
    cartValue: 'Value in carts',
    cartValueMeaning: 'Price times quantity of everything in these carts, before shipping and tax.',
    lastHalfHour: 'Last 30 minutes',
    halfHourLabel: (count: number) => `${events(count)} in the last 30 minutes, a bar for each minute`,
    minute: (ago: number, count: number) => `${ago === 0 ? 'This minute' : minutesAgo(ago)}: ${events(count)}`,
    summary: (here: number, inProgress: number) => `${people(here)} on the shop, ${carts(inProgress)} in progress`,
    feed: 'What happens',
    paused: 'Paused while you look',
    peopleNow: 'Who is here',
    inCart: plural({ one: '# piece in the cart', other: '# pieces in the cart' }),
    morePeople: plural({ one: 'and # more', other: 'and # more' }),
    nobody: 'Nobody at the moment.',
    neverTitle: 'Connect your shop',
    neverText:
      'As soon as Vitrina’s tag is on your pages, you see here who is looking, what they look at and what lies in their carts.',
    neverAction: 'Get the tag',
    quietTitle: 'Quiet right now',
    quietText: 'Nobody has been on the shop in the last five minutes. The next visit appears here by itself.',
    quietAction: 'See earlier visitors',
  },

  events: {
    page_view: 'Page view',
    view_item_list: 'Product list view',
    select_item: 'Product chosen from a list',
    view_item: 'Product view',
    search: 'Search',
    add_to_wishlist: 'Added to the wish list',
    add_to_cart: 'Added to the cart',
    remove_from_cart: 'Removed from the cart',
    view_cart: 'Cart view',
    begin_checkout: 'Checkout started',
    add_shipping_info: 'Delivery chosen',
    add_payment_info: 'Payment chosen',
    purchase: 'Order',
    refund: 'Refund',
    sign_up: 'Account created',
    login: 'Signed in',
    logout: 'Signed out',
    consent: 'Consent changed',
    decision: 'Vitrina chose what to show',
    slot_view: 'Widget seen',
    slot_click: 'Widget clicked',
    slot_dismiss: 'Widget closed',
    slot_late: 'Widget came too late and was not shown',
  },

  visitors: {
    title: 'Visitors',
    lead: 'Everyone who has been on the shop, most recent first.',
    search: 'Search visitors',
    searchHint: 'Name, customer number or id',
    found: plural({ one: '# visitor', other: '# visitors' }),
    who: 'Visitor',
    customer: 'Customer',
    customerMeaning: 'The number under which the shop itself knows this person.',
    lastSeen: 'Last seen',
    firstSeen: 'First seen',
    views: 'Views',
    viewsMeaning: 'Pages seen since the first visit.',
    orders: 'Orders',
    ordersMeaning: 'Orders placed; an order that was refunded in full still counts.',
    net: 'Net revenue',
    netMeaning: 'Value of all orders after refunds, without shipping and tax.',
    noneFoundTitle: (q: string) => `Nobody found for “${q}”`,
    noneFoundText: 'Try a part of the name, the whole customer number, or an id.',
    noneFoundAction: 'Show all visitors',
    emptyTitle: 'Meet your first visitor',
    emptyText: 'Visitors appear here as soon as Vitrina’s tag is on the shop’s pages.',
  },

  evidence: {
    signed: 'signed by the shop',
    import: 'imported',
  },
  traits: { name: 'name' },

  visitor: {
    missingTitle: 'No such visitor',
    missingText: 'The profile may have been erased, or the link is incomplete.',
    missingAction: 'Show all visitors',
    customerNumber: (number: string) => `Customer ${number}`,
    lastSeen: 'Last seen',
    lastSeenMeaning: 'Time of the newest event on any of this person’s devices.',
    since: (date: string) => `First seen ${date}`,
    visits: 'Visits, 90 days',
    visitsMeaning: 'Runs of activity in the last 90 days; half an hour without an event ends a visit.',
    views: 'Page views',
    viewsMeaning: 'Pages seen since the first visit.',
    orders: 'Orders',
    ordersMeaning: 'Orders placed; an order that was refunded in full still counts.',
    lastOrder: (date: string) => `Last on ${date}`,
    gross: 'Gross revenue',
    grossMeaning: 'Value of all orders before refunds, without shipping and tax.',
    net: 'Net revenue',
    netMeaning: 'Gross revenue less refunds.',
    thirtyDays: 'Page views, last 30 days',
    thirtyDaysLabel: (count: number) => `${views(count)} in the last 30 days, a bar for each day`,
    viewsOn: (day: string, count: number) => `${day}: ${views(count)}`,
    cart: 'In the cart',
    cartEmpty: 'The cart is empty.',
    likes: 'Likes',
    how: 'How is this known?',
    likesMeaning:
      'What was viewed, put in the cart and bought, each weighing more the more it says, and less the longer ago it was. Shares of all categories add up to 100 %.',
    likesNone: 'Not enough seen yet to say.',
    evidence: (count: number) => `from ${events(count)}`,
    bought: 'Bought',
    boughtNone: 'Nothing yet.',
    viewed: 'Viewed',
    viewedNone: 'No product yet.',
    traits: 'Details',
    saidBy: (source: string, date: string) => `${source}, ${date}`,
    devices: 'Joined devices',
    joined: (evidence: string, at: string) => `${evidence}, since ${at}`,
    timeline: 'Timeline',
    timelineEmpty: 'Nothing has happened yet.',
    pages: plural({ one: '# page', other: '# pages' }),
    orderNumber: (number: string) => `no. ${number}`,
    earlier: 'Load earlier',
  },

  arrivals: {
    title: 'Came from',
    first: 'First',
    last: 'Last',
    only: 'First and only',
    term: (term: string) => `Searched for “${term}”`,
    landing: (path: string) => `Opened ${path}`,
    channels: {
      direct: 'Typed address',
      'organic-search': 'Organic search',
      'paid-search': 'Paid search',
      social: 'Social network',
      'paid-social': 'Paid social',
      email: 'E-mail',
      referral: 'Another site',
      affiliate: 'Affiliate',
      display: 'Display advertising',
      assistant: 'AI assistant',
      push: 'Push message',
      sms: 'SMS',
      other: 'Other campaign',
    } satisfies Record<Channel, string>,
  },

  why: {
    greeted: (place: string) => `${place}: why this greeting?`,
    products: (place: string, count: number) => `${place}: why these ${products(count)}?`,
    ownContent: (place: string) => `${place}: why the shop’s own content?`,
    knew: 'It could use',
    rungs: {
      profile: { title: 'The whole profile.', text: 'What this visitor did before, on all visits.' },
      session: { title: 'This visit.', text: 'What happened since it began, and nothing from before.' },
      context: { title: 'This page only.', text: 'What is on the page, not who looks at it.' },
      static: { title: 'Nothing.', text: 'The same for everyone.' },
    } satisfies Record<Rung, { title: string; text: string }>,
    consent: 'Allowed by',
    consentFor: (purposes: string) => `The visitor’s consent to ${purposes}.`,
    consentNone: 'No consent was given, so nothing was kept.',
    purposes: { statistics: 'statistics', personalisation: 'personalisation', marketing: 'marketing' },
    recipe: 'Recipe',
    inputs: 'Starting point',
    inputLabels: {
      anchors: 'Starting from',
      cart: 'In the cart',
      liked: 'Liked categories',
      lastVisit: 'Last visit ended',
    },
    recipes: {
      'for-you': 'Picked for you',
      'with-this': 'Bought with this',
      'same-category': 'Same category',
      'with-cart': 'Goes with the cart',
      'new-since': 'New since the last visit',
      new: 'New in the shop',
      popular: 'Popular',
    },
    version: (recipe: string, version: string) => `${recipe}, version ${version}`,
    steps: 'How it got there',
    ingredients: {
      'bought-together': 'Bought together with it',
      category: 'From the same category',
      'liked-categories': 'From liked categories',
      popular: 'Popular in the shop',
      new: 'New in the shop',
      'new-since': 'New since the last visit',
    } satisfies Record<IngredientName, string>,
    otherSteps: {
      named: 'Known by name',
      returning: 'Has been here before, name unknown',
      known: 'Known to the shop',
      cart: 'Something waits in the cart',
      lately: 'Nothing special to tell',
      'no-recipe': 'The recipe of this place is missing',
    },
    filters: {
      anchor: 'Left out: it is the starting point itself',
      'in-cart': 'Left out: in the cart already',
      'out-of-stock': 'Left out: out of stock',
      'bought-lately': 'Left out: bought lately',
      'not-in-catalogue': 'Left out: no longer in the catalogue',
      'on-this-page': 'Left out: already shown on this page',
    } satisfies Record<FilterName | 'not-in-catalogue' | 'on-this-page', string>,
    notes: {
      'no-anchor': 'there was nothing to start from',
      'no-evidence': 'the shop’s orders do not say enough yet',
      'no-consent': 'the visitor has not agreed to it',
      'first-visit': 'this is the first visit',
    } satisfies Record<NonNullable<Step['note']>, string>,
    tooFew: (recipe: string, count: number) => `“${recipe}” found only ${products(count)}: the next recipe was tried`,
    shown: 'What was shown',
    scoreMeaning: 'How strongly the recipe speaks for it; higher stands first',
    arm: (arm: string, chance: string) => `Experiment arm “${arm}”, drawn with a chance of ${chance}.`,
    noExperiment: 'No experiment runs here: everyone gets this.',
    armMeaning: 'The chance is kept so that results can be measured fairly.',
  },

  reasons: {
    boughtTogether: (product: string, support: number) => `Bought with ${product} in ${orders(support)}`,
    sameCategory: (category: string) => `Same category: ${category}`,
    likedCategory: (category: string) => `Liked category: ${category}`,
    popular: 'Bought often these weeks',
    fresh: 'New in the shop',
    newSince: (since: string) => `New since the last visit, ${since}`,
  },

  slots: {
    greeting: { title: 'Greeting', text: 'A line of welcome, by name for a known customer.' },
    home: { title: 'Home page shelf', text: 'Products for this visitor on the home page.' },
    news: { title: 'News shelf', text: 'What is new since this visitor’s last visit.' },
    product: { title: 'Product page shelf', text: 'What is bought together with the product on the page.' },
    cart: { title: 'Cart shelf', text: 'What goes with what lies in the cart.' },
  },
  widgets: { greeting: 'Greeting', shelf: 'Product shelf' },

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

  install: {
    title: 'Install',
    lead: 'One line on your pages, and Vitrina begins to listen. It slows nothing down and changes nothing by itself.',
    tagTitle: 'Your tag',
    keyIsPublic: (site: string) => `The site key ${site} is public: it may stand in your pages’ source.`,
    where: 'Where to paste it',
    html: {
      label: 'HTML',
      steps: [
        'Open the template that all of your pages share.',
        'Paste the tag once, before the closing </head>.',
        'Publish, then open your shop in another tab.',
      ],
    },
    gtm: {
      label: 'Google Tag Manager',
      steps: [
        'In your container choose Tags → New → Custom HTML and paste the tag.',
        'Under Triggering choose Initialization – All Pages.',
        'Save, submit and publish the container, then open your shop.',
      ],
    },
    shopify: {
      label: 'Shopify',
      steps: [
        'Online Store → Themes → ⋯ → Edit code.',
        'Open layout/theme.liquid and paste the tag before </head>.',
        'Save, then open your shop.',
      ],
    },
    wordpress: {
      label: 'WordPress',
      steps: [
        'In a block theme’s header template part, or with a plugin for header scripts, open the header code.',
        'Paste the tag and save.',
        'Empty the cache of your caching plugin, then open your shop.',
      ],
    },
    listeningTitle: 'Is it working?',
    listening: 'Listening for the first event. Open your shop in another tab.',
    heardTitle: 'We received your first event',
    heardAt: (at: string) => `Received ${at}`,
    seeLive: 'See who is here',
    nothingYet: 'Nothing yet. What do you see?',
    symptoms: [
      {
        symptom: 'I cannot find the tag in my page’s source',
        cure: 'A cache still serves the old page. Empty the cache of your shop, of its plugins and of your CDN, and reload without the browser’s cache.',
      },
      {
        symptom: 'The tag is there, but its key looks different',
        cure: 'Compare data-site with the site key above, letter by letter. Some themes strip data- attributes: then put ?site= and the key at the end of the script’s address.',
      },
      {
        symptom: 'A cookie banner is open on the shop',
        cure: 'Until the visitor agrees, Vitrina keeps nothing on the device. Agree in the banner, and look whether the banner passes consent on.',
      },
      {
        symptom: 'The browser’s console speaks of Content-Security-Policy',
        cure: 'Allow Vitrina’s origin in script-src and connect-src of your shop’s policy.',
      },
      {
        symptom: 'The console says net::ERR_BLOCKED_BY_CLIENT',
        cure: 'An ad blocker stopped it. Try a private window without extensions; for your visitors, serve Vitrina from a subdomain of your own.',
      },
      {
        symptom: 'I am testing on localhost or a preview domain',
        cure: 'Vitrina answers only to the shop’s own domains. Add this one to the shop’s origins, or test on the real domain.',
      },
    ],
    slotsTitle: 'Places for widgets',
    slotsText:
      'Put these elements where Vitrina may show something. Your own content inside stays wherever there is nothing better. What a visitor has seen is never swapped, so leave a place empty that is in view as the page opens.',
    slotSize: (widget: string, height: number) => `${widget}, ${height} px high.`,
    slotHtml: (name: string) => `Element for ${name}`,
    cssTitle: 'Style that keeps their place free',
    cssText: 'So nothing on the page moves when a widget appears.',
  },
};

export type Messages = typeof en;
