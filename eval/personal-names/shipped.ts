import { trainChinese } from './chinese.ts';
import { trainEnglish } from './english.ts';

/** Log odds from which a stretch is taken as a name; chosen on the development parts. */
export const leastOdds = { han: -1, latin: -1 } as const;

interface Trained {
  readonly bias: number;
  readonly weights: Float32Array;
}

/**
 * Trains what finds bare names, as a module of core: what leaves personal data out is asked everywhere, on threads too,
 * and is never without its weights. The same data give the same module.
 */
export function trainShippedNames(folder: string): string {
  return namesModule(trainChinese(folder), trainEnglish(folder));
}

export function namesModule(han: Trained, latin: Trained): string {
  return [
    '/** Written by `npm run train -- --train DIR --only names`; the card is models/names.md. 8 bits a weight, in base64. */',
    'export const learnedWeights = {',
    ...entry('han', han),
    ...entry('latin', latin),
    '} as const;',
    '',
  ].join('\n');
}

function entry(name: 'han' | 'latin', { bias, weights }: Trained): string[] {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  const text = Buffer.from(bytes.buffer).toString('base64');
  return [
    `  ${name}: {`,
    `    bias: ${Number(bias.toFixed(5))},`,
    `    scale: ${Number(scale.toPrecision(6))},`,
    `    least: ${leastOdds[name]},`,
    `    weights:\n      '${text}',`,
    '  },',
  ];
}
