import { ModelError } from './model.ts';

/** A model that puts texts of like meaning near each other. What its distances say, only the texts of an installation show. */
export interface Embedder {
  /** Vectors of two names have nothing to do with each other. */
  readonly name: string;
  /**
   * One vector a text, in their order: all of the same dimensions, of finite numbers and not of zeros alone. MUST end,
   * throw `ModelError` (`RefusedTexts` where the texts are at fault) or throw on abort within its time limit.
   */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;
}

/** One of these texts is not taken, today or tomorrow: too long for the model, say. */
export class RefusedTexts extends ModelError {
  constructor(message: string) {
    super('model-error', message);
  }
}
