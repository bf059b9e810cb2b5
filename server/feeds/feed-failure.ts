import { Unreachable } from '../outside.ts';

export type FailureCode =
  | Unreachable['code']
  | 'not-allowed'
  | 'not-found'
  | 'server-error'
  | 'status'
  | 'unreadable'
  | 'no-product';

/** Why a feed could not be taken in: `code` for programs, the message for people. Nothing was changed. */
export class FeedFailure extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What an error of a fetch says to the merchant; one of the file's content is `unreadable`. */
export function failureOf(error: unknown): FeedFailure {
  if (error instanceof FeedFailure) return error;
  if (error instanceof Unreachable) return new FeedFailure(error.code, error.message, { cause: error });
  return new FeedFailure('unreadable', error instanceof Error ? error.message : String(error), { cause: error });
}
