import type { staff as english } from '../en/staff.ts';

export const staff: typeof english = {
  setUp: {
    title: 'Bine ai venit la Vitrina',
    lead: 'Creează contul proprietarului. Durează jumătate de minut.',
    link: 'Link de unică folosință',
    linkHint: 'Se află în terminalul în care a fost pornită Vitrina.',
    name: 'Numele tău',
    email: 'E-mail',
    password: 'Parolă',
    passwordHint: 'Cel puțin 10 caractere. Câteva cuvinte la rând sunt potrivite.',
    refused: {
      name: 'Scrie un nume de cel mult 100 de caractere',
      email: 'Aceasta nu este o adresă de e-mail',
      password: 'Alege între 10 și 200 de caractere',
    },
    submit: 'Creează contul',
  },

  signIn: {
    title: 'Autentificare',
    lead: 'În panoul magazinului tău.',
    expired: 'Sesiunea s-a încheiat. Autentifică-te și revii unde erai.',
    byLink: 'Se deschide panoul',
    email: 'E-mail',
    password: 'Parolă',
    submit: 'Intră',
    forgotten:
      'Ai uitat parola? Pornește Vitrina cu „vitrina serve --link”: terminalul afișează un link de autentificare.',
  },
};
