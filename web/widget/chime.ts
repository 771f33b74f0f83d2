/** Seconds and hertz: two quiet notes, a fourth apart. */
const notes = [
  { at: 0, pitch: 659.25 },
  { at: 0.16, pitch: 880 },
];
const volume = 0.12;
const lasts = 0.5;

/**
 * The sound of “it is your turn”. Browsers let a page sound only after somebody has touched it, so it is made ready
 * with a tap, and whoever was told of it can count on it.
 */
export class Chime {
  #audio: AudioContext | null = null;

  /** Call from a tap or a key press. Resolves with whether it can be heard. */
  async prepare(): Promise<boolean> {
    try {
      this.#audio ??= new AudioContext();
      // Never settles where the browser has not been touched.
      if (this.#audio.state === 'suspended') void this.#audio.resume().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return this.#audio?.state === 'running';
    } catch {
      return false;
    }
  }

  ring(): void {
    const audio = this.#audio;
    if (audio?.state !== 'running') return;
    for (const { at, pitch } of notes) {
      const starts = audio.currentTime + at;
      const tone = audio.createOscillator();
      const loudness = audio.createGain();
      tone.frequency.value = pitch;
      loudness.gain.setValueAtTime(volume, starts);
      loudness.gain.exponentialRampToValueAtTime(0.001, starts + lasts);
      tone.connect(loudness).connect(audio.destination);
      tone.start(starts);
      tone.stop(starts + lasts);
    }
  }

  /** Nobody waits any more. */
  close(): void {
    const audio = this.#audio;
    this.#audio = null;
    // After the last note.
    setTimeout(() => void audio?.close().catch(() => undefined), 1500);
  }
}
