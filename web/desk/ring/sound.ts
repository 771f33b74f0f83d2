/** Milliseconds between two rings. */
const every = 4_000;

/** Hertz and seconds: two soft tones, the second a third above the first. */
const tones = [
  { frequency: 587.33, start: 0, length: 0.22 },
  { frequency: 739.99, start: 0.2, length: 0.36 },
] as const;

let audio: AudioContext | null = null;

function ringOnce(context: AudioContext): void {
  for (const tone of tones) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    const start = context.currentTime + tone.start;
    oscillator.type = 'sine';
    oscillator.frequency.value = tone.frequency;
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.exponentialRampToValueAtTime(0.16, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + tone.length);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + tone.length + 0.02);
  }
}

/**
 * Rings now and every few seconds until the returned function is called. `onBlocked` hears whether the browser still
 * refuses sound because nobody has touched the page.
 */
export function startRinging(onBlocked: (blocked: boolean) => void): () => void {
  audio ??= new AudioContext();
  const context = audio;
  const ring = () => {
    void context.resume().then(() => {
      onBlocked(false);
      ringOnce(context);
    });
    onBlocked(context.state !== 'running');
  };
  ring();
  const timer = setInterval(() => {
    if (context.state === 'running') ring();
    else onBlocked(true);
  }, every);
  const unlock = () => void context.resume().then(() => onBlocked(false));
  window.addEventListener('pointerdown', unlock);
  window.addEventListener('keydown', unlock);
  return () => {
    clearInterval(timer);
    window.removeEventListener('pointerdown', unlock);
    window.removeEventListener('keydown', unlock);
  };
}

/** One soft ring, for what comes without being asked. Silent where the browser does not allow sound yet. */
export function chime(): void {
  audio ??= new AudioContext();
  const context = audio;
  if (context.state === 'running') ringOnce(context);
}
