import type { Visitor } from '../../server/profiles/visitor.ts';
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
      {consent.personalisation ? (
        <Badge tone="note" title={t.mayPersonaliseMeaning}>
          {t.mayPersonalise}
        </Badge>
      ) : consent.statistics ? (
        <Badge title={t.statisticsOnlyMeaning}>{t.statisticsOnly}</Badge>
      ) : (
        <Badge title={t.noConsentMeaning}>{t.noConsent}</Badge>
      )}
    </div>
  );
}
