const longest = 200;

/** Whether a device may keep what stands in a field: nothing that looks like the number of a card. */
export function mayKeep(value: string): boolean {
  return value !== '' && value.length <= longest && !isCardNumber(value);
}

/** By length and the check digit (ISO/IEC 7812-1, annex B; Luhn). */
function isCardNumber(value: string): boolean {
  const digits = value.replace(/[\s.-]/g, '');
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const twice = Number(digit) * (1 + (place % 2));
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}
