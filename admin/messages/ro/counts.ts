import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('ro');
export const events = plural({ one: 'un eveniment', few: '# evenimente', other: '# de evenimente' });
export const orders = plural({ one: 'o comandă', few: '# comenzi', other: '# de comenzi' });
export const visits = plural({ one: 'o vizită', few: '# vizite', other: '# de vizite' });
export const products = plural({ one: 'un produs', few: '# produse', other: '# de produse' });
export const people = plural({ one: 'o persoană', few: '# persoane', other: '# de persoane' });
export const minutes = plural({ one: 'un minut', few: '# minute', other: '# de minute' });
