/** What stands where personal data was taken out: 「[姓名]」, "[order number]". */
const placeholder = /\[\p{L}[\p{L} -]*\]/u;

const leastLeft = 4;

/**
 * The text without the clauses that only told who somebody is: 「我叫[姓名]，炉头坏了怎么办，卡号 [卡号]」 asks 炉头坏了怎么办.
 * As it was where hardly anything would be left (fewer than four characters of Han or words).
 */
export function withoutOwnData(text: string): string {
  if (!placeholder.test(text)) return text;
  const rest = text
    .split(/(?<=[，,。！!；;]|\.\s)/)
    .filter((clause) => !placeholder.test(clause))
    .join('')
    .trim()
    .replace(/[，,；;]$/, '');
  const left = rest.match(/\p{Script=Han}|[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0;
  return left >= leastLeft ? rest : text;
}
