/** What can say which item comes next. */
export interface Recommender {
  /**
   * The best items after the first `length` of `prefix` (oldest first; -1 is an item that it does not know), best first, into
   * `out` until that is full. `time` is that of the session, in the training sessions' unit. Returns how many there are.
   */
  rank(prefix: Int32Array, length: number, time: number, out: Int32Array): number;
  /** A finished session counts from now on. */
  learn?(session: Int32Array, time: number): void;
  bytes(): number;
}
