import { SecondThought } from '../components/second-thought.tsx';
import { messages } from '../language/current.ts';

interface Props {
  name: string;
  revoke: () => Promise<void>;
}

/** What uses the key stops at once, and a revoked key does not come back. */
export function RevokeKey({ name, revoke }: Props) {
  const t = messages.value.keys;
  return <SecondThought words={{ ask: t.revoke, surely: t.revokeSurely, keep: t.keep }} what={name} act={revoke} />;
}
