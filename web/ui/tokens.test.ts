import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dark, light, type Palette } from './tokens.ts';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

const property = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function valuesOf(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

test('the style sheet and the code state the same colours', () => {
  const [first, second, third] = css.split(/color-scheme: (?:light|dark);/).slice(1);
  for (const [block, palette] of [
    [first!, light],
    [second!, dark],
    [third!, dark],
  ] as const) {
    const values = valuesOf(block);
    for (const [name, value] of Object.entries(palette))
      assert.equal(values.get(property(name)), value, name);
  }
});

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** WCAG 2.2 contrast ratio. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

test('every pair of text and ground reaches a contrast of 4.5', () => {
  const grounds: (keyof Palette)[] = ['surface', 'canvas', 'sunken'];
  for (const palette of [light, dark]) {
    const pairs: [keyof Palette, keyof Palette][] = [
      ...grounds.flatMap((ground) =>
        (['text', 'textSoft', 'textFaint', 'human', 'assistant'] as const).map(
          (words): [keyof Palette, keyof Palette] => [words, ground],
        ),
      ),
      ['onHuman', 'human'],
      ['onAssistant', 'assistant'],
      ['humanStrong', 'humanSoft'],
      ['assistantStrong', 'assistantSoft'],
      ['text', 'humanSoft'],
      ['text', 'assistantSoft'],
      ['danger', 'dangerSoft'],
      ['danger', 'surface'],
      ['warning', 'warningSoft'],
    ];
    for (const [words, ground] of pairs) {
      const ratio = contrast(palette[words], palette[ground]);
      assert.ok(ratio >= 4.5, `${words} on ${ground}: ${ratio.toFixed(2)}`);
    }
  }
});
