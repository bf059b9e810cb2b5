/** What visitors read, in English: the shape of the other catalogues. `{name}` is replaced by a value. */
export const en = {
  greeting: {
    named: 'Welcome back, {name}',
    returning: 'Good to see you again',
    cart: { one: '{count} thing is waiting in your basket', other: '{count} things are waiting in your basket' },
    newProducts: { one: '{count} new product since you were here', other: '{count} new products since you were here' },
    liking: 'Still fond of {category}? There is more to see',
    lately: 'Nice that you are here',
  },
  shelf: {
    forYou: 'Picked for you',
    popular: 'What people buy now',
    boughtTogether: 'Often bought with this',
    goesWithCart: 'Goes well with your basket',
    newSince: 'New since you were here',
    new: 'New in the shop',
    sameCategory: 'More of this kind',
    viewedNext: 'Others also looked at',
    recentlyViewed: 'What you looked at lately',
    better: 'A step up from this',
  },
  reason: {
    'bought-together': 'Bought with {product}',
    'viewed-next': 'Looked at together with {product}',
    similar: 'Similar to {product}',
    'same-category': 'Also in {category}',
    'liked-category': 'Because you like {category}',
    popular: 'Bought often these weeks',
    trending: 'More wanted this week than usual',
    viewed: 'You looked at this before',
    pinned: 'Picked for you by the shop',
    new: 'New',
    'new-since': 'New since your last visit',
  },
  form: {
    send: 'Send',
    later: 'Not now',
    thanks: 'Thank you!',
    putOff: 'All right, another time.',
    yes: 'Yes',
    no: 'No',
  },
  me: {
    title: 'Your data',
    wait: 'One moment…',
    failed: 'Your data cannot be shown at the moment. Please try again later.',
    nobody: 'The shop knows nothing about this browser.',
    device: 'What was done in this browser. Whoever uses it sees this.',
    person: 'Everything that the shop’s memory holds of you, on all of your devices.',
    signIn:
      'Somebody has signed in to the shop in this browser. Sign in again to see your data: it is shown to nobody else.',
    answers: 'What you have told us',
    nothing: 'Nothing has been recorded yet.',
    change: 'Change',
    save: 'Save',
    cancel: 'Cancel',
    takeBack: 'Take back',
    saved: 'Saved. The shop goes by it from now on.',
    download: 'Download',
    erase: 'Erase',
    sureErase:
      'Erase everything that is shown here? There is no way back. The shop’s books keep your orders without your name.',
    erased: 'Erased. What you do from now on begins anew.',
    withdraw: 'Withdraw consent',
    sureWithdraw:
      'From now on nothing of you is recorded or used. Erase first if what is known shall go too: afterwards this browser can no longer prove that it is yours.',
    withdrawAndErase: 'Erase and withdraw',
    withdrawn: 'Consent is withdrawn. Nothing of you is recorded or used from now on.',
    keep: 'Leave it as it is',
    about: {
      you: 'Who you are',
      name: 'Name: {name}',
      customer: 'Customer number: {customer}',
      email: 'E-mail: {email}',
      phone: 'Telephone: {phone}',
      devices: { one: '{count} browser is joined to you', other: '{count} browsers are joined to you' },
      likes: 'What you seem to like',
      viewed: 'What you looked at lately',
      wishes: 'Your wish list',
      cart: 'In your basket',
      orders: 'Your orders',
      more: 'What else is known',
      visits: 'Your visits',
      visitsLately: { one: '{count} visit in the last 90 days', other: '{count} visits in the last 90 days' },
      firstSeen: 'First visit: {day}',
      lastSeen: 'Last visit: {day}',
      device: 'Browser: {device}',
      country: 'Country: {country}',
      consent: 'What you allow',
      statistics: 'Remember my visits',
      personalisation: 'Choose what I am shown',
      marketing: 'Contact me',
      consentSince: 'Said on {day}',
    },
  },
  questions: {
    interests: {
      ask: 'What are you interested in?',
      choices: { news: 'New products', offers: 'Offers and sales', gifts: 'Gift ideas', advice: 'Advice and how-to' },
    },
    preferred_channel: {
      ask: 'How may we reach you best?',
      choices: { email: 'E-mail', phone: 'Telephone', sms: 'Text message', messenger: 'Messenger', post: 'Letter' },
    },
    birthday: { ask: 'When is your birthday?', choices: {} },
    marital_status: {
      ask: 'Do you live alone or with somebody?',
      choices: {
        single: 'Single',
        partner: 'With a partner',
        married: 'Married',
        divorced: 'Divorced',
        widowed: 'Widowed',
      },
    },
    income: {
      ask: 'How does your household’s income compare with others?',
      choices: { below: 'Below average', average: 'About average', above: 'Above average' },
    },
  },
};

export type Plural = { one: string; other: string; few?: string; many?: string };

/** The shape of a catalogue: every key of the English one, each plural with the forms that its language has. */
export type Messages = Widen<typeof en>;

type Widen<T> = { [K in keyof T]: T[K] extends string ? string : T[K] extends Plural ? Plural : Widen<T[K]> };
