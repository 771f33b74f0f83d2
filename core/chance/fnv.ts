/** One step of FNV-1a, 32 bits (Fowler, Noll and Vo; public domain). */
export const fnvStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** Where FNV-1a begins. */
export const fnvStart = 0x811c9dc5;

/** FNV-1a over the UTF-16 units of a text, signed. Its low bits follow the last character: mix them before a remainder. */
export function fnvOf(text: string, start: number = fnvStart): number {
  let hash = start;
  for (let place = 0; place < text.length; place++) hash = fnvStep(hash, text.charCodeAt(place));
  return hash;
}
