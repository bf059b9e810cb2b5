import type { TimelineEntry } from '../../server/profiles/visitor.ts';
import { EventIcon } from '../events/event-icon.tsx';
import { eventLabel } from '../events/event-label.ts';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { giftWords } from './gift-words.ts';
import { ItemLines } from './item-lines.tsx';
import type { ProductNames } from './product-names.ts';
import { editWords } from './trait-words.ts';
import { Why } from './why.tsx';

interface Props {
  entry: TimelineEntry;
  names: ProductNames;
}

export function TimelineEntryRow({ entry, names }: Props) {
  const t = messages.value.visitor;
  const { name, at, page, items, value, order, term, receipts } = entry;
  return (
    <li class="timeline-entry">
      <EventIcon name={name} />
      <div class="feed-words">
        <p>
          {eventLabel(name)}
          {order !== null && <span class="soft"> {t.orderNumber(order)}</span>}
          {term !== null && <span> “{term}”</span>}
          {value && <strong class="numbers"> {formats.value.money(value)}</strong>}
        </p>
        {page && <p class="soft small">{page.title ? `${page.title} · ${page.path}` : page.path}</p>}
        {entry.gift && <p class="soft small">{giftWords(entry.gift)}</p>}
        {entry.edits.map((edit) => (
          <p key={edit.trait} class="soft small">
            {editWords(edit)}
          </p>
        ))}
        {/* A decision's products stand in its receipts, each with its reason. */}
        {receipts.length === 0 && items.length > 0 && <ItemLines lines={items} />}
        {receipts.map((receipt) => (
          <Why key={receipt.id} receipt={receipt} names={names} />
        ))}
      </div>
      <time class="soft small numbers" dateTime={new Date(at).toISOString()}>
        {formats.value.clock(at)}
      </time>
    </li>
  );
}
