import type { Consent } from '../../snippet/protocol.ts';

/** True where somebody has said no to being counted; as long as nobody has spoken, what was allowed earlier is left alone. */
export function isRefused({ statistics, source }: Consent): boolean {
  return !statistics && source !== undefined;
}
