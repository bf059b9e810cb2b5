import type { Language } from '../messages/messages.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
/** In no zone a day begins within a quarter of an hour; ms. */
const quarter = 900_000;
const texts = new Map<string, string>();
const remembered = 5_000;

/** "3 March": a day of this year or the last, as people of this language say it; `at` in ms since 1970. */
export function dayInWords(at: number, language: Language, timeZone: string): string {
  const key = `${Math.floor(at / quarter)} ${language} ${timeZone}`;
  let text = texts.get(key);
  if (text === undefined) {
    text = formatOf(language, timeZone).format(at);
    if (texts.size >= remembered) texts.clear();
    texts.set(key, text);
  }
  return text;
}

function formatOf(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  // "March 3" would be American alone.
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    timeZone,
  });
  formats.set(key, format);
  return format;
}
