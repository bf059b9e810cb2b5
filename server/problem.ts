import type { Context } from 'hono';

/** A refusal that the caller can act on. One handler turns it into RFC 9457's `application/problem+json`. */
export class Problem extends Error {
  readonly status: ProblemStatus;
  /** Stable and machine-readable, for instance `unknown-site`. */
  readonly code: string;
  /** The path inside the body that is wrong, where it is one. */
  readonly field: string | undefined;
  /** Further members of the answer. */
  readonly more: Record<string, unknown>;

  constructor(status: ProblemStatus, code: string, detail: string, options: ProblemOptions = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = status;
    this.code = code;
    this.field = options.field;
    this.more = options.more ?? {};
  }
}

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

interface ProblemOptions {
  field?: string;
  more?: Record<string, unknown>;
  cause?: unknown;
}

/** The answer to a refusal. Headers that the route has set already (CORS, cookies) go with it. */
export function answerProblem(c: Context, problem: Problem): Response {
  const body = {
    type: 'about:blank',
    title: titles[problem.status],
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    ...(problem.field === undefined ? {} : { field: problem.field }),
    ...problem.more,
  };
  return c.body(JSON.stringify(body), problem.status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
}

const titles: Record<ProblemStatus, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};
