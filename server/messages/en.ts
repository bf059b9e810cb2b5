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
  },
  reason: {
    'bought-together': 'Bought with {product}',
    'viewed-next': 'Looked at together with {product}',
    'same-category': 'Also in {category}',
    'liked-category': 'Because you like {category}',
    popular: 'Bought often these weeks',
    new: 'New',
    'new-since': 'New since your last visit',
  },
  form: { send: 'Send', thanks: 'Thank you!', yes: 'Yes', no: 'No' },
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
