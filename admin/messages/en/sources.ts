import { pluralIn } from '../../language/plural.ts';
import { people } from './counts.ts';

const plural = pluralIn('en');
const days = plural({ one: '# day', other: '# days' });
const lines = plural({ one: '# line was refused', other: '# lines were refused' });

export const sources = {
  sources: {
    title: 'Sources',
    lead: 'Who else tells you of people: a CRM, a bureau, a survey. What people said themselves is never overwritten; of the others the one further up is believed.',
    source: 'Source',
    order: 'Order',
    orderMeaning:
      'Where two sources know the same of somebody, the one further up is believed, as long as it is fresh.',
    up: 'Up',
    down: 'Down',
    freshness: 'Believed for',
    freshnessMeaning: 'What is older is shown as old on the profile, and counts for nothing.',
    days: (count: number) => days(count),
    always: 'always',
    kept: 'Facts taken',
    refused: 'Refused',
    lastAt: 'Last heard',
    drop: 'Remove',
    dropSurely: 'Remove source',
    keep: 'Keep it',
    dropMeaning: 'What it has told is believed no longer. Should it tell more, it is a new source.',
    file: 'Take in a file',
    fileText:
      'CSV or TSV: one of customer, email and phone says whom a line is about. Every other column is a trait: the key of a question, or a name of yours, with :number, :date or :yes_no where it is no text.',
    name: 'Source',
    nameHint: 'A name of yours: crm or bureau. Small Latin letters, digits, _ and -.',
    example: 'For instance',
    choose: 'File',
    take: 'Take in',
    taken: (kept: number, known: number, refused: number) =>
      [`Taken: ${people(kept)}.`, known > 0 && `Known already: ${people(known)}.`, refused > 0 && `${lines(refused)}.`]
        .filter(Boolean)
        .join(' '),
    line: (number: number, reason: string) => `Line ${number}: ${reason}`,
    old: 'out of date',
    oldMeaning: 'Older than its source is believed: it counts for nothing.',
  },
};
