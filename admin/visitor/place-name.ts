import { regionName } from '../../widgets/region-names.ts';
import { language } from '../language/current.ts';
import { formats } from '../session/session.ts';

/** A region or a country in the merchant's language, by its code of ISO 3166-2 or 3166-1. */
export function placeName(code: string): string {
  const country = formats.value.country(code.slice(0, 2));
  return code.length === 2 ? country : (regionName(code, language.value) ?? `${country}, ${code}`);
}
