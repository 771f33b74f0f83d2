/** Why the embedded database cannot be used; the message says what to do about it. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
  readonly code: PostgresErrorCode;

  constructor(code: PostgresErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type PostgresErrorCode =
  | 'postgres-missing'
  | 'postgres-unreachable'
  | 'postgres-not-started'
  | 'postgres-busy'
  | 'postgres-unsupported';
