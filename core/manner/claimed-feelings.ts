/** What is felt, in Chinese. */
const felt =
  '(?:难过|伤心|心疼|心痛|痛心|高兴|开心|欣慰|欣喜|愉快|生气|气愤|愤怒|气坏|火大|遗憾|着急|担心|担忧|焦急|焦虑|心碎|心酸|兴奋|激动|惊讶|震惊|同情|感动|荣幸|心急|难受|不好受|不是滋味|沉重|沮丧|失落|失望|委屈|无奈|崩溃|揪心|不值|抱不平|内疚|惭愧|愧疚|自责|过意不去)';
/** What the customer feels, as something to be entered into. */
const theirs =
  '(?:心情|感受|感觉|痛苦|焦急|焦虑|愤怒|委屈|难过|失望|失落|情绪|的?着急|不满|无奈|心酸|苦恼|烦恼|苦衷|(?:有)?多(?:么)?(?:失望|难|着急|生气|伤心|气|急|委屈))';
const entering = '(?:深知|理解|体会|体谅|明白|懂得?|感受|想象|感知|共情)';

/**
 * A claim to feel. The assistant is a program: it may see that a customer is annoyed, and may not say that it is sad
 * about it. Saying sorry is no such claim, and neither is understanding a matter.
 */
const claims: readonly RegExp[] = [
  // 我也很难过, 我和您一样着急, 我真替您着急; not 我会处理这件让您着急的事.
  new RegExp(
    `我们?(?:(?![您你他她让令使叫的])[^，,。；;！？!?\\n]){0,10}?(?:(?:为|替|和|跟|与|同|像|对)[您你](?:们)?[^，,。；;！？!?\\n让的]{0,6})?${felt}`,
    'u',
  ),
  /我们?的?(?:心情|心里|内心|心中|情绪)|[为替][您你]们?(?:感到|觉得|着急|难过|高兴|开心|惋惜|心疼)/u,
  new RegExp(`^[^您你]{0,12}(?:听到|看到|得知)[^。！？!?\\n]{0,30}(?:感到|很|非常|十分|深感|也)${felt}`, 'u'),
  new RegExp(`^[^您你]*(?:深感|倍感|感到)(?:非常|十分|很|万分|无比|由衷地?)*${felt}`, 'u'),
  new RegExp(`(?:^|[，,。；;])(?:真|好|太|很|十分|非常)?(?:心疼|替您|为您)${felt}?[您你]`, 'u'),
  // 我能体会到您的无奈; 非常理解那种失落的感觉
  new RegExp(`我们?[^，,。；;！？!?\\n]{0,8}?${entering}[^，,。；;！？!?\\n]{0,8}?${theirs}`, 'u'),
  new RegExp(
    `(?:^|[，,。；;！!\\s])(?:完全|非常|很|十分|特别|深深|都|也|真的|能|可以|充分)+${entering}[^，,。；;！？!?\\n]{0,8}?${theirs}`,
    'u',
  ),
  new RegExp(`对[您你][^，,。]{0,8}(?:感到|很|十分|非常|深感)[^，,。]{0,4}${felt}`, 'u'),
  /我[^，。]{0,6}共情|[知懂]道?(?:这|那)种[^，。]{0,4}滋味|捏(?:一)?把汗|揪(?:了起来|着|心)|我们?的心(?![得形意愿])|(?:听了|看了|看着)?[^，。您你]{0,3}让人(?:心疼|难过|痛心|揪心|心酸)|遗憾地?(?:听到|得知|看到|获悉)|感同身受|深表(?:遗憾|同情|理解)|换(?:作|做|成|了)是?(?:我|自己)|(?:如果|要是)(?:我是您|是我)|设身处地|给您一个[^，。]{0,4}拥抱|抱抱您?/u,
  /(?:很|非常|十分|特别|真|好|最|更|万分|深感)(?:高兴|荣幸|开心|乐意|欣慰)(?:能|可以|地|的)?|(?:是|感到)[^，。]{0,4}荣幸/u,
  // I'm so sad, we are just as worried; I feel bad
  /\b(?:I|we)(?:['’](?:m|re|d be|ve been)| am| are| was| were| would be| become| became)(?: (?!not?\b|unable)[\w'’]+){0,3}? (?:sad|heartbroken|devastated|upset|angry|furious|worried|concerned|thrilled|happy|glad|delighted|excited|saddened|frustrated|pleased|shocked|ashamed|touched|moved|anxious|distressed|disappointed|embarrassed|proud|annoyed|irritated|disheartened|gutted|crushed|mortified|horrified|dismayed|appalled|grateful|honou?red|for you|with you)\b/iu,
  /\b(?:I|we)(?:['’]d)?(?: [\w'’]+){0,2}? (?<!(?:don['’]t|cannot|can['’]t|not) )(?:feel|felt)\b(?! free)/iu,
  /\b(?:I|we)(?: (?:can|could|do|only|really|truly|completely|totally|fully|absolutely|certainly|also|both|know and|just|very much|definitely))* (?:share|understand|know|get|appreciate|hear|see) (?:exactly |just )?(?:your|how) (?:very |so |truly |really )?(?:pain|frustration|feelings?|anger|disappointment|worr\w+|stress|annoyance|anxiety|upset|sadness|distress|frustrating|upsetting|annoying|hard|you (?:must )?feel|disappointing|worrying|stressful|painful)/iu,
  /\b(?:I|we)(?: (?:can|could|only|do|just))* imagine\b|\b(?:I|we) (?:\w+ )?(?:empathi[sz]e|sympathi[sz]e|care (?:about|deeply)|hate|love|dread) (?:that|to|how|with|you|about|hearing|seeing)?|\bI(?:['’]d| would) (?:love|hate)\b/iu,
  /\bhow you (?:(?:must|might|may|can) )?(?:be )?feel(?:ing)?\b|\b(?:I|we) (?:can |could )?(?:\w+ly )?relate\b|\b(?:upsetting|hard|painful|sad|difficult) for (?:me|us) to (?:hear|see|read)\b|\b(?:my|our) hearts?\b|\bheavy heart\b|\b(?:breaks?|pains?|saddens?|hurts?|upsets?|worries|bothers|troubles|moves|delights) (?:me|us)\b|\bmakes? (?:me|us) (?:feel|sad|angry|happy|so)\b|\bif (?:I|it) were (?:in your|me)\b|\bin your shoes\b|\bhugs?\b/iu,
];

export function claimsFeeling(text: string): boolean {
  return claims.some((claim) => claim.test(text));
}
