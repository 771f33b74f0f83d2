import type { HandoffPacket } from '../../../core/protocol/views.ts';
import type { Emotion } from '../../../core/terms/perception.ts';

/** A point of the mood's course, in the drawing's own units; y grows downwards. */
export interface MoodPoint {
  readonly seq: number;
  readonly at: number;
  readonly emotion: Emotion;
  readonly intensity: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Places the moods on a drawing of this size, in equal steps: the order of what was said matters, not the minutes
 * between. A pleased or neutral customer counts as calm however strongly; everything else rises with its intensity.
 */
export function moodPoints(
  course: HandoffPacket['mood']['course'],
  width: number,
  height: number,
  margin: number,
): MoodPoint[] {
  const step = course.length > 1 ? (width - 2 * margin) / (course.length - 1) : 0;
  return course.map((mood, index) => {
    const heat = mood.emotion === 'pleased' || mood.emotion === 'neutral' ? 0 : mood.intensity;
    return {
      ...mood,
      x: course.length > 1 ? margin + index * step : width / 2,
      y: height - margin - Math.min(1, Math.max(0, heat)) * (height - 2 * margin),
    };
  });
}
