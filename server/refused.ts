/** Thrown for one event, product or order that cannot be kept; it is refused alone. */
export class Refused extends Error {
  readonly field: string;
  constructor(field: string, reason: string) {
    super(reason);
    this.field = field;
  }
}
