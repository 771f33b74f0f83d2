/**
 * The stable codes of every refusal. A code is never renamed and never reused; its sentence in both languages
 * stands in `core/text/errors.ts`, its HTTP status in `server/http/errors.ts`.
 */
export type ErrorCode =
  | 'bad-input'
  | 'not-signed-in'
  | 'wrong-password'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'taken-already'
  | 'not-yours'
  | 'not-assistants-turn'
  | 'conversation-resolved'
  | 'not-resolved'
  | 'already-rated'
  | 'agent-unavailable'
  | 'agent-full'
  | 'not-offered'
  | 'too-large'
  | 'file-type-refused'
  | 'too-many-requests'
  | 'identity-required'
  | 'identity-invalid'
  | 'origin-refused'
  | 'session-expired'
  | 'version-conflict'
  | 'policy-invalid'
  | 'too-few-examples'
  | 'version-refused'
  | 'id-reused'
  | 'overloaded'
  | 'internal';
