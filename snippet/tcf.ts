import type { Tell } from './banner.ts';
import type { Purposes } from './protocol.ts';

interface TcData {
  gdprApplies?: boolean;
  eventStatus?: string;
  tcfPolicyVersion?: number;
  purpose?: { consents?: Record<number, boolean> };
}

declare global {
  interface Window {
    __tcfapi?: (command: string, version: number, hear: (data: TcData | null, isGood: boolean) => void) => void;
  }
}

/** Purposes of the TCF; without the first, storage, there is none of ours. */
const PURPOSES: Record<keyof Purposes, number[]> = {
  statistics: [1, 8, 9, 10],
  personalisation: [1, 5, 6, 11],
  marketing: [1, 2, 3, 4, 7],
};
/** Selecting content by limited data; from this policy on (TCF 2.2). */
const LIMITED_DATA = 11;
const POLICY_OF_LIMITED_DATA = 4;

/** The IAB's Transparency and Consent Framework 2.x. Legitimate interest is no consent. */
export function tcf(tell: Tell): Promise<void> | undefined {
  const api = window.__tcfapi;
  if (typeof api !== 'function') return;
  let isAnswered = false;

  return new Promise((settle) => {
    api('addEventListener', 2, (data, isGood) => {
      if (!isGood || !data) return;
      const { gdprApplies, eventStatus, tcfPolicyVersion = 0, purpose } = data;
      if (gdprApplies === false) return settle();
      const allows = (number: number) =>
        purpose?.consents?.[number] === true || (number === LIMITED_DATA && tcfPolicyVersion < POLICY_OF_LIMITED_DATA);
      const isAsking = eventStatus === 'cmpuishown';
      if (!isAsking && eventStatus !== 'tcloaded' && eventStatus !== 'useractioncomplete') return;
      // The visitor may look again at what they have answered; until they change it, it holds.
      if (isAsking && isAnswered) return;
      isAnswered = !isAsking;
      const all = (numbers: number[]) => !isAsking && numbers.every(allows);
      const { statistics, personalisation, marketing } = PURPOSES;
      tell(
        { statistics: all(statistics), personalisation: all(personalisation), marketing: all(marketing) },
        isAnswered,
      );
      settle();
    });
  });
}
