/** Whether the text is a web origin exactly as browsers send it: scheme, host, port where it is not the usual one. */
export function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
