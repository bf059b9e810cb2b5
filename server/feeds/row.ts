/** A row of a feed: what its columns, or the elements of its item, say. */
export interface FeedRow {
  /** Of the file, from 1. */
  line: number;
  row: Record<string, string>;
}
