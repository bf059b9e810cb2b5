import { isTelling, signs, telling } from './interest.ts';

/** An act as a profile's text has it: of a telling event the sign alone. No event's name begins with a digit. */
export function shortAct(act: string): string {
  const [name = ''] = act.split(' ', 1);
  return isTelling(name) ? `${signs[name]}${act.slice(name.length)}` : act;
}

export function longAct(text: string): string {
  const name = telling[Number(text.charAt(0))];
  return name === undefined || text === '' ? text : name + text.slice(1);
}
