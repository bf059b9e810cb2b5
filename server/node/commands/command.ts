import type { ParseArgsConfig } from 'node:util';

/** One command of the line: `vitrina NAME ...`. */
export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** What follows the name, and what each option does. */
  help: string;
  options: NonNullable<ParseArgsConfig['options']>;
  run(options: Options, words: readonly string[], terminal: Terminal): Promise<void>;
}

export type Options = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** Where a command talks: results on `out`, progress and errors on `err`. */
export interface Terminal {
  out(line: string): void;
  progress(line: string): void;
  /** Resolves when the user asks to stop (Ctrl-C, SIGTERM). Until it is called, that ends the process at once. */
  stopped(): Promise<void>;
  env: Readonly<Record<string, string | undefined>>;
}

/** What the user can put right: printed without a stack, exit code 2. */
export class UsageError extends Error {}

/** Something outside stands in the way (a file, a port, a lock): printed without a stack, exit code 1. */
export class Failure extends Error {}

export function textOf(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
