/** Letters as a search compares them: small, without accents, and without apostrophes, which people leave out. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ`]/gu, '')
    .toLowerCase();
}

/** Longer ones are found by their beginning. */
const longest = 60;

/** The words by which a text is found: what stands between spaces, and the letters and digits in it. */
export function wordsOf(text: string): string[] {
  const whole = folded(text)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').slice(0, longest))
    .filter((word) => word !== '');
  return [...new Set(whole.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')]))];
}

/** An e-mail address is found whole, by the words before the @, and by its domain. */
export function emailWords(email: string): string[] {
  const at = email.lastIndexOf('@');
  if (at < 0) return wordsOf(email);
  return [
    ...new Set([
      ...wordsOf(email).slice(0, 1),
      ...wordsOf(email.slice(0, at)),
      ...wordsOf(email.slice(at + 1)).slice(0, 1),
    ]),
  ];
}

/** A telephone is found with the code of its country or without, by its first digits or by its last four. */
export function phoneWords(phone: string): string[] {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < shortestPhone) return [];
  const starts = [0, 1, 2, 3].map((place) => digits.slice(place)).filter((rest) => rest.length >= shortestPhone);
  return [...new Set([...starts.map(withoutTrunk), digits.slice(-4)])];
}

/** The digits of what may be a telephone, as `phoneWords` keeps them; null for what is none. */
export function phoneAsked(asked: string): string | null {
  const digits = asked.replace(/\D/g, '');
  return /^[\d\s()+./-]+$/.test(asked) && digits.length >= 4 ? withoutTrunk(digits).slice(0, longest) : null;
}

const shortestPhone = 7;

/** 067 123 45 67 is said inside the country, +380 67 123 45 67 outside. */
function withoutTrunk(digits: string): string {
  return digits.replace(/^0+(?=\d{4})/, '');
}
