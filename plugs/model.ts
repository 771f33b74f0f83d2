/** One turn of what a model is told. */
export interface ChatTurn {
  readonly role: 'system' | 'customer' | 'assistant';
  readonly text: string;
}

export interface ChatCall {
  readonly turns: readonly ChatTurn[];
  /** Ends the call: a human took over, the customer asked for one, or the time is up. */
  readonly signal: AbortSignal;
}

/** Why a model gave no usable answer; stored with the decision as `fallback`. */
export type ModelFailure =
  | 'model-timeout'
  | 'model-overloaded'
  | 'model-error'
  | 'model-broken-stream'
  | 'model-empty'
  | 'model-refused-key';

/** Thrown by a chat model; never anything else, except what the signal's abort throws. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly failure: ModelFailure;

  constructor(failure: ModelFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }
}

/** A language model that writes. Its words are proposals: rules outside it decide what is said. */
export interface ChatModel {
  readonly name: string;
  /** Yields the text as it is written. MUST end, throw `ModelError` or throw on abort within its time limits. */
  stream(call: ChatCall): AsyncIterable<string>;
}
