import type { Messages } from './en.ts';

export const ro: Messages = {
  greeting: {
    named: 'Bine ai revenit, {name}',
    returning: 'Ne bucurăm să te revedem',
    cart: {
      one: '{count} produs te așteaptă în coș',
      few: '{count} produse te așteaptă în coș',
      other: '{count} de produse te așteaptă în coș',
    },
    newProducts: {
      one: '{count} produs nou de la ultima ta vizită',
      few: '{count} produse noi de la ultima ta vizită',
      other: '{count} de produse noi de la ultima ta vizită',
    },
    liking: 'Îți mai place {category}? Mai sunt multe de văzut',
    lately: 'Ne bucurăm că ești aici',
  },
  shelf: {
    forYou: 'Alese pentru tine',
    popular: 'Ce se cumpără acum',
    boughtTogether: 'Cumpărate des împreună cu acesta',
    goesWithCart: 'Se potrivesc cu coșul tău',
    newSince: 'Noutăți de la ultima ta vizită',
    new: 'Noutăți în magazin',
    sameCategory: 'Mai multe de acest fel',
    viewedNext: 'Alții s-au uitat și la',
  },
  reason: {
    'bought-together': 'Cumpărat împreună cu {product}',
    'viewed-next': 'Văzut împreună cu {product}',
    'same-category': 'Tot din {category}',
    'liked-category': 'Pentru că îți place {category}',
    popular: 'Cumpărat des în ultimele săptămâni',
    new: 'Nou',
    'new-since': 'Apărut după ultima ta vizită',
  },
  form: { send: 'Trimite', thanks: 'Vă mulțumim!', yes: 'Da', no: 'Nu' },
  questions: {
    interests: {
      ask: 'Ce vă interesează?',
      choices: { news: 'Noutăți', offers: 'Oferte și reduceri', gifts: 'Idei de cadouri', advice: 'Sfaturi' },
    },
    preferred_channel: {
      ask: 'Cum preferați să vă contactăm?',
      choices: { email: 'E-mail', phone: 'Telefon', sms: 'SMS', messenger: 'Mesagerie', post: 'Scrisoare' },
    },
    birthday: { ask: 'Când este ziua dumneavoastră de naștere?', choices: {} },
    marital_status: {
      ask: 'Care este starea dumneavoastră civilă?',
      choices: {
        single: 'Necăsătorit(ă)',
        partner: 'În cuplu',
        married: 'Căsătorit(ă)',
        divorced: 'Divorțat(ă)',
        widowed: 'Văduv(ă)',
      },
    },
    income: {
      ask: 'Cum este venitul familiei față de al altora?',
      choices: { below: 'Sub medie', average: 'Aproape de medie', above: 'Peste medie' },
    },
  },
};
