import './flag.css';
import { formats } from '../session/session.ts';
import { canDrawFlags } from './can-draw-flags.ts';

/** A country's flag, made of its two letters; where the system has no flags, the letters. */
export function Flag({ country }: { country: string | null }) {
  if (country === null || !/^[A-Z]{2}$/.test(country)) return null;
  const letters = [...country].map((letter) => String.fromCodePoint(0x1f1a5 + letter.charCodeAt(0)));
  const name = formats.value.country(country);
  return (
    <span class={canDrawFlags() ? 'flag' : 'flag flag-letters'} role="img" aria-label={name} title={name}>
      {canDrawFlags() ? letters.join('') : country}
    </span>
  );
}
