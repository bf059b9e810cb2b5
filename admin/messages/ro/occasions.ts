import { pluralIn } from '../../language/plural.ts';
import type { occasions as english } from '../en/occasions.ts';

const plural = pluralIn('ro');
export const inDays = plural({ one: 'peste o zi', few: 'peste # zile', other: 'peste # de zile' });

export const occasions: typeof english = {
  occasions: {
    title: 'Sărbători cu cadouri',
    meaning:
      'Cu câteva zile înaintea fiecăreia, un raft după rețeta „Listă de cadouri” arată ce s-a comandat înaintea ei în anii trecuți, sau pentru altcineva, mai mult decât de obicei. Cât timp acestea sunt prea puține, arată ce este popular.',
    occasion: 'Sărbătoare',
    on: 'Pornită',
    lead: 'Zile înainte',
    leadOf: (occasion) => `Zile înainte: ${occasion}`,
    next: 'Urmează',
    none: 'Nicio sărbătoare nu este pornită: lista de cadouri rămâne ascunsă.',
    open: 'lista ei de cadouri este deschisă',
    own: 'Ale dumneavoastră',
    ownNone: 'Deocamdată niciuna.',
    name: 'Numele, așa cum stă înainte de „peste 12 zile”',
    nameHint: 'De exemplu: De ziua magazinului',
    date: 'Ziua',
    yearly: 'În fiecare an',
    add: 'Adăugați o sărbătoare',
    remove: 'Eliminați',
    price: 'Cât costă cadourile',
    prices: { learnt: 'Cât cheltuie oamenii', set: 'De la și până la', any: 'Orice preț' },
    learnt: (occasion, least, most) =>
      `${occasion}: de la ${least} până la ${most}. Atât au costat nouă din zece cadouri comandate; limitele se învață din nou cu fiecare comandă.`,
    nothingLearnt:
      'S-au comandat încă prea puține cadouri ca să se știe cât cheltuie oamenii. Până atunci se arată produse de orice preț.',
    anyPrice: 'Se arată produse de orice preț, și dintre cele pentru care puțini cheltuie atât.',
    least: (currency) => `De la, ${currency}`,
    most: (currency) => `Până la, ${currency}`,
    wrong: 'Între 1 și 120 de zile, ale dumneavoastră cu nume și zi, iar prețul cel mai mare nu sub cel mai mic.',
    keep: 'Salvați',
    discard: 'Renunțați la modificări',
    defaults: 'Ca la început',
    history: plural({ one: 'o modificare', few: '# modificări', other: '# de modificări' }),
    never: 'Nimeni nu a schimbat încă nimic aici.',
    saidBy: (by, at) => `${by}, ${at}`,
    take: 'Reluați',
    inDays,
    names: {
      'new-year': 'Anul Nou',
      valentine: 'Ziua Îndrăgostiților',
      martisor: 'Mărțișor',
      'womens-day': '8 Martie',
      'western-easter': 'Paștele catolic',
      'orthodox-easter': 'Paștele ortodox',
      'mothers-day-first': 'Ziua Mamei, prima duminică din mai',
      'mothers-day-second': 'Ziua Mamei, a doua duminică din mai',
      'fathers-day-may': 'Ziua Tatălui, a doua duminică din mai',
      'childrens-day': '1 Iunie, Ziua Copilului',
      'fathers-day-june': 'Ziua Tatălui, a treia duminică din iunie',
      'st-nicholas': 'Moș Nicolae',
      christmas: 'Crăciunul',
    },
  },
};
