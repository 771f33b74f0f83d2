import { Chime } from './chime.ts';
import type { Standing } from './standing.ts';

/** Tells whoever waits, by a sound, that a person is there; never without somebody having touched the page. */
export class Turn {
  readonly #chime = new Chime();
  readonly #onSounds: (sounds: boolean) => void;

  /** `onSounds` hears whether the page may sound now, so that nothing is promised that does not come. */
  constructor(onSounds: (sounds: boolean) => void) {
    this.#onSounds = onSounds;
  }

  /** Call from a tap. */
  prepare(): void {
    void this.#chime.prepare().then(this.#onSounds);
  }

  ownerChanged(before: Standing['owner'], now: Standing['owner']): void {
    if (now === before) return;
    if (now === 'queue' && navigator.userActivation?.hasBeenActive) this.prepare();
    if (now === 'agent' && before === 'queue') this.#chime.ring();
    if (now !== 'queue') this.close();
  }

  close(): void {
    this.#chime.close();
    this.#onSounds(false);
  }
}
