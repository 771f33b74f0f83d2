/** Refused before (不用转人工, no need for a human) or after (人工就不用了). */
export function isRefused(concepts: string, start: number, end: number): boolean {
  const head = concepts.slice(Math.max(0, start - 12), start);
  const tail = concepts.slice(end, end + 40);
  if (/^[gole]{0,2}(?:n|N[el]*$)/.test(tail)) return true;
  const refusal = /([NL])([TFCWKAamgpuoMvYcz]{0,6})$/.exec(
    head + concepts.slice(start, end).replace(/[HSDPRhU].*$/, ''),
  );
  if (!refusal) return false;
  const isAsked = /[MQ]$/.test(head.slice(0, refusal.index));
  return !isAsked && !tail.includes('!');
}

/** Of an earlier call, or in the mouth of somebody else: 上次转人工, 护士说找客服, 找客服也不理. */
export function isReported(concepts: string, start: number, end: number): boolean {
  const head = concepts.slice(Math.max(0, start - 40), start);
  const tail = concepts.slice(end, end + 3);
  // 人工回复我了, 快递员联系我了: it has happened.
  if (/^[HS][uog]{0,3}v{1,2}l$/.test(concepts)) return true;
  if (/^D[MFo]?(?:v|cm?|U)$/.test(concepts.slice(start, end)) && /^le*$/.test(concepts.slice(end)))
    return true;
  const isAttempt = /[FcA].*S$/.test(concepts.slice(start, end)) && /^[oMl]*y/.test(tail);
  if (
    /KA[mu]$/.test(head) ||
    (/^[HS]{1,2}$/.test(concepts.slice(start, end)) &&
      /^[uao]{1,2}K[xMrlW]/.test(concepts.slice(end, end + 5)))
  )
    return true;
  return (
    /r[^Ml]*$|r[^M]*[TFc]l$/.test(head) || /^[lu]{0,2}r/.test(tail) || /[xDSP]K$/.test(head) || isAttempt
  );
}

/** A question about hours. */
export function isTimed(concepts: string): boolean {
  return /[tO]/.test(concepts);
}

/** Talk of the service as something to set up and to count: 怎么设置转人工. */
export function isAdministered(concepts: string): boolean {
  return concepts.includes('V');
}

/** Politeness, greetings and urgency: all that a message may hold beside the name it calls for. */
export function isLight(concepts: string): boolean {
  return /^[pegalmukFESHhMo!c]*$/.test(concepts);
}
