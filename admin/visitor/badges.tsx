import type { Visitor } from '../../server/profiles/visitor.ts';
import type { Consent } from '../../snippet/protocol.ts';
import { Badge } from '../components/badge.tsx';
import { messages } from '../language/current.ts';

/** What kind of visitor this is, and what they allowed. */
export function Badges({ visitor: { customer, simulated, consent } }: { visitor: Visitor }) {
  const t = messages.value.badges;
  return (
    <div class="row">
      {simulated && (
        <Badge tone="warn" title={t.simulatedMeaning}>
          {t.simulated}
        </Badge>
      )}
      {customer === null ? (
        <Badge title={t.unknownMeaning}>{t.unknown}</Badge>
      ) : (
        <Badge tone="good" title={t.knownMeaning}>
          {t.known}
        </Badge>
      )}
      <ConsentBadge consent={consent ?? {}} />
    </div>
  );
}

function ConsentBadge({ consent: { statistics, personalisation, source } }: { consent: Consent }) {
  const t = messages.value.badges;
  if (statistics && personalisation)
    return (
      <Badge tone="note" title={t.mayPersonaliseMeaning}>
        {t.mayPersonalise}
      </Badge>
    );
  if (statistics) return <Badge title={t.statisticsOnlyMeaning}>{t.statisticsOnly}</Badge>;
  if (source === undefined) return <Badge title={t.unknownConsentMeaning}>{t.unknownConsent}</Badge>;
  return <Badge title={t.refusedMeaning}>{t.refused}</Badge>;
}
