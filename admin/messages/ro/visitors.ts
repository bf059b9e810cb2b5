import { pluralIn } from '../../language/plural.ts';
import type { visitors as english } from '../en/visitors.ts';

const plural = pluralIn('ro');

export const visitors: typeof english = {
  visitors: {
    title: 'Vizitatori',
    lead: 'Toți cei care au fost în magazin, cei mai recenți primii.',
    search: 'Caută vizitatori',
    searchHint: 'Nume, e-mail, telefon, comandă sau număr',
    found: plural({ one: 'un vizitator', few: '# vizitatori', other: '# de vizitatori' }),
    foundMore: plural({
      one: 'Peste # vizitator; scrie mai mult',
      few: 'Peste # vizitatori; scrie mai mult',
      other: 'Peste # de vizitatori; scrie mai mult',
    }),
    pickStart: 'Alege exemple',
    pick: (who: string) => `Alege: ${who}`,
    picked: plural({ one: 'Una aleasă', few: '# alese', other: '# alese' }),
    pickHint: 'Alege între cinci și cincizeci de persoane; între timp poți căuta.',
    pickedAction: 'Găsește ce au în comun',
    pickEnd: 'Oprește alegerea',
    who: 'Vizitator',
    customer: 'Client',
    customerMeaning: 'Numărul sub care magazinul însuși cunoaște această persoană.',
    lastSeen: 'Ultima dată',
    firstSeen: 'Prima dată',
    views: 'Vizualizări',
    viewsMeaning: 'Pagini văzute de la prima vizită.',
    orders: 'Comenzi',
    ordersMeaning: 'Comenzi plasate; și una rambursată complet se numără.',
    net: 'Venit net',
    netMeaning: 'Valoarea tuturor comenzilor după rambursări, fără livrare și taxe.',
    noneFoundTitle: (q) => `Nimeni găsit pentru „${q}”`,
    noneFoundText:
      'Încearcă începutul unui nume sau al unei adrese de e-mail, un telefon, un număr de comandă, un număr de client sau sfârșitul unui id.',
    noneFoundAction: 'Arată toți vizitatorii',
    emptyTitle: 'Întâlnește primul vizitator',
    emptyText: 'Vizitatorii apar aici de îndată ce eticheta Vitrina este în paginile magazinului.',
  },
};
