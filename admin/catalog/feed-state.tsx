import type { InferResponseType } from 'hono/client';
import type { client } from '../api/client.ts';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

type State = InferResponseType<typeof client.catalog.feed.$get>;

interface Props {
  feed: NonNullable<State['feed']>;
  /** Read so far of what is being taken in. */
  lines: number | null;
  isAwaited: boolean;
}

/** Where the feed is, and what it does now or next. */
export function FeedState({ feed: { url, nextAt }, lines, isAwaited }: Props) {
  const t = messages.value.catalog;
  const { number, moment } = formats.value;
  return (
    <div>
      <p class="feed-address">{url}</p>
      <p class="soft small" role="status">
        {isAwaited ? (lines ? t.reading(number(lines)) : t.feed.fetching) : t.feed.next(moment(nextAt))}
      </p>
    </div>
  );
}
