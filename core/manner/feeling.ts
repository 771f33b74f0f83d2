import type { Emotion } from '../terms/perception.ts';

/** What a message felt like: 0 (calm) to 1 (furious, desperate). */
export interface Felt {
  readonly emotion: Emotion;
  readonly intensity: number;
}

/** From here on a feeling is met before the matter; below it that would only slow the customer down. */
export const leastFelt = 0.4;

const strains: readonly Emotion[] = ['angry', 'anxious', 'sad'];

/** Under stress people read less: sentences get shorter, and nothing cheerful is said. */
export function isStrained({ emotion, intensity }: Felt): boolean {
  return strains.includes(emotion) && intensity >= leastFelt;
}

/** So many messages back a feeling still counts as having been met. */
const remembered = 4;

/** Whether the feeling of now was there before, `course` being the earlier messages, oldest first. */
export function wasFeltBefore(now: Felt, course: readonly Felt[]): boolean {
  return course
    .slice(-remembered)
    .some((before) => before.emotion === now.emotion && before.intensity >= leastFelt);
}
