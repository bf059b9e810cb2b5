import { regionName } from '../../widgets/region-names.ts';

/** A region or a country in a visitor's language, by its code of ISO 3166-2 or 3166-1; null where there is no name. */
export function placeName(code: string, language: string): string | null {
  if (code.includes('-')) return regionName(code, language);
  const known = countries.get(language) ?? new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  countries.set(language, known);
  return known.of(code) ?? null;
}

const countries = new Map<string, Intl.DisplayNames>();
