import type { FailureCode } from '../../server/feeds/feed-failure.ts';
import { messages } from '../language/current.ts';

interface Props {
  code: FailureCode;
  /** As the server put it. */
  detail: string | null;
}

/** Why the feed could not be taken in, and what to do. */
export function FeedFailureNote({ code, detail }: Props) {
  const { what, todo } = messages.value.catalog.feed.failures[code];
  return (
    <div class="problem-note" role="alert">
      <div>
        <strong>{what}</strong>
        <p>{todo}</p>
        {detail && <p class="small feed-address">{detail}</p>}
      </div>
    </div>
  );
}

/** Of a problem's code, where it is one of a feed: `feed-not-found`. */
export function failureOf(code: string): FailureCode | null {
  const bare = code.replace(/^feed-/, '');
  return code !== bare && isFailure(bare) ? bare : null;
}

function isFailure(code: string): code is FailureCode {
  return Object.hasOwn(messages.value.catalog.feed.failures, code);
}
