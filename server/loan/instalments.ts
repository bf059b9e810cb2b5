/** What is paid for a loan, all in minor units of one currency. */
export interface Instalments {
  /** The last one takes what rounding has left. */
  monthly: number;
  last: number;
  /** Of all instalments. */
  total: number;
}

export interface Terms {
  /** Minor units that are lent. */
  principal: number;
  /** Instalments, each a month after the one before; the first a month after the loan. */
  months: number;
  /** Nominal, percent a year; a month is a twelfth of it. */
  rate: number;
}

/**
 * Equal instalments of an annuity-immediate: `P i / (1 - (1 + i)^-n)` with `i` the interest of one month, `P / n` without interest.
 * Source: S. G. Kellison, The Theory of Interest, 3rd ed., chapters 3.2 (annuity-immediate) and 5.4 (amortization schedules).
 * Each month's interest on what is still owed is rounded to whole minor units, as it is booked; the last instalment is what is then owed.
 */
export function instalmentsOf({ principal, months, rate }: Terms): Instalments {
  const interest = rate / 1200;
  // `expm1` and `log1p` keep the digits that a rate of nearly nothing would lose.
  const exact =
    interest === 0 ? principal / months : (principal * interest) / -Math.expm1(-months * Math.log1p(interest));
  const monthly = Math.round(exact);
  let owed = principal;
  let total = 0;
  let last = 0;
  for (let month = 1; month <= months; month++) {
    const due = owed + Math.round(owed * interest);
    // Of a few minor units rounding up may pay back all before the end.
    last = month === months ? due : Math.min(monthly, due);
    owed = due - last;
    total += last;
  }
  return { monthly, last, total };
}
