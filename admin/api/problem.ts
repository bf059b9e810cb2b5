/** What the server refused, or why it could not be reached. */
export class Problem extends Error {
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  /** Stable and machine-readable, for instance `link-invalid`; `offline` where no answer came. */
  readonly code: string;
  /** The field of the request that is wrong, where it is one. */
  readonly field: string | null;
  /** Seconds to wait before trying again, where the server said so. */
  readonly retryAfter: number | null;

  constructor(
    status: number,
    code: string,
    detail: string,
    more: { field?: string | null; retryAfter?: number | null } = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.field = more.field ?? null;
    this.retryAfter = more.retryAfter ?? null;
  }
}

/** Anything that was thrown, as a problem that can be shown. */
export function problemFrom(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem(0, 'unexpected', thrown instanceof Error ? thrown.message : String(thrown));
}
