import type { ShelfBrings } from '../../server/earnings/brings.ts';
import { Badge } from '../components/badge.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { slotName } from './names.ts';

type Brings = ShelfBrings['slots'][number];

/** What one place brings: the verdict, and the two groups that it comes from. */
export function SlotBrings({ brings, currency }: { brings: Brings; currency: string }) {
  const t = messages.value.earnings;
  const { number, money, fine, percent, calendarDay } = formats.value;
  // A line may be broken after a hyphen, not after a minus.
  const inMoney = (amount: number) => money({ amount: Math.round(amount), currency }).replace('-', '−');
  const { slot, instead, share, since, limit, isUneven, shelf, without } = brings;
  const title = t.comparedWith[instead](slotName(slot));
  return (
    <section class="stack" aria-label={title}>
      <h3>{title}</h3>
      {isUneven && (
        <p>
          <Badge tone="warn">{t.uneven}</Badge> {t.unevenMeaning}
        </p>
      )}
      <Verdict brings={brings} inMoney={inMoney} />
      <Table
        caption={t.groupsOf(title)}
        rows={[
          { name: t.withShelf, ...shelf },
          { name: t.withoutShelf[instead], ...without },
        ]}
        keyOf={({ name }) => name}
        columns={[
          { label: t.group, cell: ({ name }) => name },
          { label: t.people, definition: t.peopleMeaning, number: true, cell: ({ visitors }) => number(visitors) },
          {
            label: t.buyers,
            definition: t.buyersMeaning,
            number: true,
            cell: ({ buyers, visitors }) => (
              <span class="earnings-cell">
                {number(buyers)}
                {visitors > 0 && <span class="soft small">{fine(buyers / visitors)}</span>}
              </span>
            ),
          },
          {
            label: t.perVisitor,
            definition: t.perVisitorMeaning,
            number: true,
            cell: ({ perVisitor }) => inMoney(perVisitor),
          },
        ]}
      />
      <p class="soft small">
        {t.comparedSince(percent(share / 100), calendarDay(since))} {limit !== null && t.limit(inMoney(limit))}
      </p>
    </section>
  );
}

function Verdict({ brings, inMoney }: { brings: Brings; inMoney: (amount: number) => string }) {
  const t = messages.value.earnings;
  const { revenue, conversion, shelf } = brings;
  if (!revenue.isKnown) {
    const { visitors, days } = revenue;
    return (
      <p>
        <Badge tone="warn">{t.tooFew}</Badge>{' '}
        {visitors === null || days === null ? t.missingUnknown : t.missing(visitors, days)}
      </p>
    );
  }
  const { mean, low, high } = revenue;
  const sum = t.between(inMoney(low * shelf.visitors), inMoney(high * shelf.visitors));
  const [tone, words] =
    low > 0
      ? (['good', t.earns(inMoney(mean * shelf.visitors))] as const)
      : high < 0
        ? (['warn', t.loses(inMoney(-mean * shelf.visitors))] as const)
        : (['note', t.unsure] as const);
  return (
    <>
      <p>
        <Badge tone={tone}>{low > 0 ? t.sure : high < 0 ? t.sureLoss : t.undecided}</Badge> {words} {sum}{' '}
        {tone === 'note' && revenue.tenthNeeds !== null && t.tenthNeeds(revenue.tenthNeeds)}
      </p>
      <p class="soft">
        {t.perOne(signed(mean, inMoney), inMoney(low), inMoney(high))}{' '}
        {conversion.isKnown &&
          t.conversion(signed(conversion.mean, perHundred), perHundred(conversion.low), perHundred(conversion.high))}
      </p>
    </>
  );
}

function perHundred(share: number): string {
  return formats.value.decimal(Math.round(share * 1_000) / 10).replace('-', '−');
}

function signed(value: number, words: (value: number) => string): string {
  return value > 0 ? `+${words(value)}` : words(value);
}
