import { pluralIn } from '../../language/plural.ts';
import type { endpoints as english } from '../en/endpoints.ts';

const plural = pluralIn('ro');

export const endpoints: typeof english = {
  endpoints: {
    title: 'Webhook-uri',
    text: 'Alte sisteme află cine intră în acest segment și cine iese: ce segment, numărul clientului în magazin și numărul vizitatorului, nimic altceva. Mesajele sunt semnate după Standard Webhooks; ce nu este preluat se trimite din nou timp de trei zile.',
    address: 'Adresă',
    addressHint: 'A sistemului dumneavoastră, începând cu https://',
    add: 'Adaugă un webhook',
    once: 'Păstrați acum acest secret: este afișat o singură dată. Cu el sistemul dumneavoastră verifică semnăturile.',
    secret: 'Secretul webhook-ului',
    test: 'Trimite un test',
    renew: 'Secret nou',
    renewSurely: 'Creează un secret nou',
    renewMeaning: 'Timp de o zi mesajele sunt semnate cu ambele, ca să nu se piardă nimic.',
    remove: 'Elimină',
    removeSurely: 'Elimină definitiv',
    keep: 'Păstrează',
    off: 'Oprit',
    offText:
      'Zile la rând nu s-a preluat nimic, așa că nu se mai trimite nimic. Porniți-l când sistemul ascultă din nou; ce s-a întâmplat între timp nu se trimite.',
    switchOn: 'Pornește',
    failing: 'Primul eșec',
    notTaken: 'Nepreluat',
    took: 'Preluat ultima dată',
    nothing: 'Nimic trimis încă',
    noAnswer: 'Niciun răspuns',
    sent: 'Trimis',
    answered: 'Răspuns',
    silent: 'Un webhook este oprit',
    log: plural({ one: 'Ultimul mesaj', few: 'Ultimele # mesaje', other: 'Ultimele # de mesaje' }),
    milliseconds: (ms: string) => `${ms} ms`,
    again: (at: string) => `din nou ${at}`,
  },
};
