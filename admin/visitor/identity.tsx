import type { Visitor } from '../../server/profiles/visitor.ts';
import { regionName } from '../../widgets/region-names.ts';
import { Flag } from '../components/flag.tsx';
import { now } from '../components/now.ts';
import { messages, language as spoken } from '../language/current.ts';
import { formats } from '../session/session.ts';

/** Who and from where, in one line. */
export function Identity({ visitor }: { visitor: Visitor }) {
  const t = messages.value;
  const { customer, country, region, offset, language, device, browser, os } = visitor;
  const company = visitor.traits.find(({ key, isStale }) => key === 'company' && !isStale);
  const parts = [
    customer !== null && t.visitor.customerNumber(customer),
    company?.value,
    region !== null && (regionName(region, spoken.value) ?? region),
    country !== null && formats.value.country(country),
    offset !== null && t.visitor.localTime(formats.value.clockAt(now.value, offset)),
    language !== null && formats.value.language(language),
    device !== null && [t.devices[device], browser, os].filter(Boolean).join(', '),
  ].filter((part): part is string => Boolean(part));
  return (
    <>
      <Flag country={country} /> {parts.join(' · ')}
    </>
  );
}
