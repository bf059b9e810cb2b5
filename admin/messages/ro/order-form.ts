import type { PrefillField } from '../../../widgets/prefill/definition.ts';

export const orderForm = {
  orderForm: {
    title: 'Formularul de comandă',
    meaning:
      'Vizitatorii completează formularul de comandă dintr-o atingere: cu ce au scris înainte pe acest dispozitiv (criptat, netrimis nicăieri) sau cu ce știi despre ei, când magazinul semnează cine sunt. Totul apare întâi ca indiciu, de exemplu j•••@e•••.com.',
    fills: 'Ajutor la formularul de comandă',
    on: 'Pornit',
    off: 'Oprit',
    shorter: 'Un formular mai scurt',
    shorterHint: 'Câmpurile completate pe baza semnăturii magazinului dispar din vedere; un buton le aduce înapoi.',
    shorterOn: 'Ascunde câmpurile completate',
    shorterOff: 'Arată tot',
    keep: 'Păstrează',
    place:
      'Pune acest element primul în formular. Jetonul este cel pe care serverul tău îl semnează la autentificare, cu un jti propriu; fără el rămân indiciile și ce păstrează dispozitivul.',
    found: 'Găsite în formularul tău',
    foundAt: (path: string) => `Văzut de pagina unui vizitator: ${path}`,
    foundNone: 'Nicio pagină cu acest loc nu a fost deschisă încă.',
    foundNothing:
      'Pagina are locul, dar nu s-a găsit niciun formular cu cel puțin două câmpuri care se pot completa. Dă câmpurilor cuvintele autocomplete din HTML.',
    others: (names: string) => `Nu se completează: ${names}`,
    changed: (who: string, when: string) => `Schimbat de ${who}, ${when}`,
    fields: {
      name: 'Nume',
      'given-name': 'Prenume',
      'family-name': 'Nume de familie',
      email: 'E-mail',
      tel: 'Telefon',
      organization: 'Companie',
      'street-address': 'Stradă',
      'address-line1': 'Adresă, rândul 1',
      'address-line2': 'Adresă, rândul 2',
      'address-level2': 'Oraș',
      'address-level1': 'Județ',
      'postal-code': 'Cod poștal',
      country: 'Țară',
    } satisfies Record<PrefillField, string>,
  },
};
