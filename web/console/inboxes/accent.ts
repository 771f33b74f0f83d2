/**
 * The text colour that reads on an `#rrggbb` accent: black above a relative luminance of 0.179, white below (WCAG 2.2,
 * where both reach the same contrast). The widget chooses by the same rule.
 */
export function textOn(accent: string): '#0c1413' | '#ffffff' {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(accent.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.179 ? '#0c1413' : '#ffffff';
}
