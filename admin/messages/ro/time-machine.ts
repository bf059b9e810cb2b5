import { pluralIn } from '../../language/plural.ts';
import type { timeMachine as english } from '../en/time-machine.ts';
import { people } from './counts.ts';

const plural = pluralIn('ro');
const lastDays = plural({ one: 'ultima zi', few: 'ultimele # zile', other: 'ultimele # de zile' });
const stays = plural({ one: 'o ședere', few: '# șederi', other: '# de șederi' });
const minutes = plural({ one: 'un minut', few: '# minute', other: '# de minute' });
const hours = plural({ one: 'o oră', few: '# ore', other: '# de ore' });
const days = plural({ one: 'o zi', few: '# zile', other: '# de zile' });

export const timeMachine: typeof english = {
  timeMachine: {
    title: 'Mașina timpului',
    days: 'Care zile',
    start: 'Înapoi în timp',
    again: 'Încă o dată',
    stop: 'Oprește',
    lastDays,
    gone: (count) => `Parcurse până acum: ${people(count)}…`,
    isOld: 'Între timp s-a schimbat ceva mai sus: mai parcurgeți o dată, ca să vedeți efectul.',
    cut: 'Au fost parcurse doar aceste persoane; mai sunt și altele.',
    overlap: (count, share) => `${people(count)}, ${share} dintre ei`,
    segments: {
      meaning:
        'Parcurge încă o dată ce au făcut oamenii în ultimele zile și pune de fiecare dată întrebarea regulii: după fiecare lucru făcut și la începutul fiecărei zile. Cu ce făcuse și comandase fiecare până atunci; rambursările, listele, previziunile și celelalte segmente sunt cele de acum. Descrie cine ar fi fost în segment; ce ar fi făcut oamenii din cauza lui nu știe nimeni.',
      nobody: 'Încă nu există nimeni al cărui profil poate fi folosit.',
      segments: 'În ce segmente erau în acest timp',
      campaigns: 'Pentru ce campanii active se potriveau în acest timp',
      examples: 'Oameni care ar fi fost în segment',
      inIt: (members, all) => `Ar fi fost în segment: ${people(members)} din ${all};`,
      moved: (entered, left) => `au intrat ${entered}, au ieșit ${left}.`,
      stayed: (how, count) => `Cine a intrat și a ieșit a rămas, în cazul median, ${how} (${stays(count)}).`,
      minutes,
      hours,
      days,
      stay: (from, until) => {
        if (from === null) return until === null ? 'tot timpul' : `dinainte, până la ${until}`;
        return until === null ? `din ${from} până acum` : `din ${from} până la ${until}`;
      },
    },
  },
};
