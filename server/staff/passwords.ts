/** Keeps passwords as each runtime can do best: argon2id on Node, PBKDF2 at the edge. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** False for a wrong password, and for a hash of another kind. */
  verify(hash: string, password: string): Promise<boolean>;
}
