import type { ErrorCode } from '../../core/terms/error-code.ts';
import type { Language } from '../../core/terms/language.ts';
import { errorText } from '../../core/text/errors.ts';

const statuses: Record<ErrorCode, number> = {
  'bad-input': 400,
  'not-signed-in': 401,
  'wrong-password': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'taken-already': 409,
  'not-yours': 403,
  'not-assistants-turn': 409,
  'conversation-resolved': 409,
  'not-resolved': 409,
  'already-rated': 409,
  'agent-unavailable': 409,
  'agent-full': 409,
  'not-offered': 409,
  'too-large': 413,
  'file-type-refused': 415,
  'too-many-requests': 429,
  'identity-required': 401,
  'identity-invalid': 401,
  'identity-too-long': 401,
  'identity-used': 401,
  'origin-refused': 403,
  'session-expired': 401,
  'version-conflict': 409,
  'article-dates': 400,
  'article-move': 409,
  'article-gone': 410,
  'policy-invalid': 400,
  'too-few-examples': 409,
  'version-refused': 409,
  'no-model': 409,
  'id-reused': 409,
  overloaded: 503,
  internal: 500,
};

/** A refusal with its stable code; the server turns it into a status and a sentence in the caller's language. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(code: ErrorCode, details?: unknown) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export function statusOf(code: ErrorCode): number {
  return statuses[code];
}

export function refusalBody(code: ErrorCode, language: Language, details?: unknown) {
  return {
    error: { code, message: errorText[code][language], ...(details === undefined ? {} : { details }) },
  };
}

/** Chinese unless the caller prefers English: `Accept-Language`'s first language that Tandem speaks. */
export function languageOf(header: string | undefined): Language {
  const first = /\b(zh|en)\b/i.exec(header ?? '')?.[1]?.toLowerCase();
  return first === 'en' ? 'en' : 'zh';
}
