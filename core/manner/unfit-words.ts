/**
 * A claim to feel. The assistant is a program: it may see that a customer is annoyed, and may not say that it is sad
 * about it. Saying sorry is no such claim, and neither is understanding a matter.
 */
const feelings: readonly RegExp[] = [
  /我们?(?:也|真的?|非常|十分|很|好|特别|都|深|真心|由衷|实在|完全|一样|同样|为您|替您|感到|深感|觉得)*(?:难过|伤心|心疼|心痛|痛心|高兴|开心|欣慰|生气|气愤|愤怒|遗憾|着急|担心|担忧|焦虑|心碎|兴奋|激动|惊讶|震惊|同情|感动|荣幸|心急|难受|沮丧|失望|内疚|惭愧)/u,
  /^(?:听到|看到|得知)[^。！？!?\n]{0,30}(?:感到|很|非常|十分|深感)(?:难过|伤心|心疼|痛心|遗憾|震惊)/u,
  /感同身受|深表(?:遗憾|同情|理解)|(?:很|非常|十分)(?:高兴|荣幸|开心|乐意)(?:能|可以)?为您|为您感到|替您感到|我也会(?:很|非常|同样)?(?:生气|着急|难过|失望|不满)/u,
  /我们?(?:完全|非常|很|十分|特别|深深|都|也|真的)*(?:能|可以)?(?:理解|体会|体谅|明白|懂|感受)(?:到)?您(?:现在|此刻|当下)?的?(?:心情|感受|痛苦|焦急|愤怒|委屈|难过|失望|情绪|着急|不满)/u,
  /\b(?:I|we)(?:['’](?:m|re|d be)| am| are| feel| felt| would be| was)(?: (?:so|very|really|truly|deeply|genuinely|also|just|too|absolutely|completely|both|honestly|always|more than))* (?:sad|heartbroken|devastated|upset|angry|furious|worried|concerned|thrilled|happy|glad|delighted|excited|saddened|frustrated|pleased|shocked|ashamed|touched|moved|anxious|distressed|disappointed|embarrassed|proud|for you|with you|your)\b/iu,
  /\b(?:I|we)(?: (?:can|do|really|truly|completely|totally|fully|absolutely|certainly|also|both|know and))* (?:feel|share|understand|know|imagine|get|appreciate) (?:exactly |just )?(?:your|how) (?:pain|frustration|feelings?|anger|disappointment|worry|stress|annoyance|anxiety|upset|frustrating|upsetting|annoying|hard|you (?:must )?feel|disappointing|worrying|stressful)/iu,
  /\b(?:breaks? my heart|my heart (?:goes|breaks|sinks)|pains me|saddens (?:me|us)|I (?:deeply )?(?:empathi[sz]e|sympathi[sz]e)|I (?:hate|love) (?:that|to|how)|I['’]d love|makes me (?:sad|angry|happy))\b/iu,
];

export function claimsFeeling(text: string): boolean {
  return feelings.some((feeling) => feeling.test(text));
}

const cheerful =
  /太好了|太棒了|好棒|哈哈|嘻嘻|恭喜|好问题|问得好|加油|么么哒|(?:^|[，。！!\s])亲(?:爱的|亲)?(?=[，,。！!～~\s]|$)|祝您[^，。！!\n]{0,6}(?:愉快|开心|快乐)|\b(?:great question|good question|awesome|fantastic|wonderful|amazing|yay|congratulations|no worries|happy to help|good news|have a (?:great|nice|lovely|wonderful) day|cheers|haha)\b/iu;

/** What an angry, worried or sad customer should not hear. */
export function isCheerful(text: string): boolean {
  return cheerful.test(text);
}

const signs =
  /(?![\d#*©®™])\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D)*|[～~]+(?=\s|$|[。！!])/gu;

/** Without emoji and exclamation marks; the words stay. */
export function sobered(text: string): string {
  return text
    .replace(signs, '')
    .replace(/(?<![！!])[！!]+(?=[”’」』"）)]?(?:\s|$|\p{Script=Han}|\[))/gu, (marks) =>
      marks.includes('！') ? '。' : '.',
    )
    .replace(/！+/g, '。');
}

const blame =
  /(?:是|因为|由于|怪)您(?:自己|没有?|未能?|操作|使用不当|不小心|粗心)|您(?:自己)?(?:本来|早)?就?应该(?:早|先|提前)|您(?:当时|之前)?(?:怎么不|不早|没看清|没仔细|没有看清|没有仔细|没注意|忘了|搞错了|弄错了)|(?:谁|怪)(?:让|叫)您|我(?:刚才|已经|前面|之前|刚刚)(?:就|都|也)?(?:已经)?(?:说过|说了|告诉过?您|讲过|解释过)|(?:这|那)?(?:是|属于)您(?:自己|个人)的?(?:问题|原因|责任|错)|请您?(?:先)?冷静|(?:your|the customer['’]s) (?:own )?(?:fault|mistake)|you (?:should have|ought to have|failed to|forgot to|didn['’]t bother|neglected to|must have (?:misread|missed|done))|as I (?:already )?(?:said|told you|explained|mentioned)|calm down|I(?:['’]ve| have)? already (?:said|told|explained)/iu;

/** Whether the customer is told that it is their own doing, or that they did not listen. */
export function blames(text: string): boolean {
  return blame.test(text);
}

const promises =
  /保证(?!金)|承诺|担保|打包票|一定(?:会|能|可以|给您|帮您)|肯定(?:会|能|可以|没问题)|百分之?百|100\s?%|绝对(?:会|能|不会|没问题)|包您|\b(?:I|we) (?:promise|guarantee|assure)\b|\b(?:definitely|certainly|surely) (?:will|be)\b|\bwill (?:definitely|certainly|surely)\b|\bwithout fail\b|\brest assured\b|\bguaranteed\b/giu;

/** Words of certainty that the sources do not use themselves. */
export function promisesBeyond(text: string, sources: string): boolean {
  const known = sources.toLowerCase();
  return [...text.matchAll(promises)].some(([word]) => !known.includes(word.toLowerCase()));
}
