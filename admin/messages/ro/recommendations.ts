import type { recommendations as english } from '../en/recommendations.ts';

export const recommendations: typeof english = {
  recommendations: {
    title: 'Recomandări',
    lead: 'Ce stă pe rafturi și cum se măsoară ce aduc.',
    comparison: 'Grup de comparație',
    comparisonMeaning:
      'Mulți dintre cei care apasă pe o recomandare ar fi cumpărat oricum. Câți, arată câțiva vizitatori fără raft: diferența este ceea ce aduc rafturile.',
    share: 'Vizitatori fără raft',
    nobody: 'Nimeni',
    instead: 'În locul lui văd',
    insteadOwn: 'Conținutul propriu al magazinului',
    insteadPopular: 'Ce este popular',
    who: 'Întâmplarea hotărăște o dată pentru fiecare persoană și fiecare raft și rămâne așa pe toate dispozitivele celui care se autentifică. Pentru vizitatorii care nu au acceptat să fie numărați se trage la sorți din nou în fiecare zi.',
    keep: 'Salvează',
  },
};
