const cheerful =
  /太好了|太棒了|好棒|哈哈|嘻嘻|恭喜|好问题|问得好|加油|么么哒|比心|笔芯|撒花|爱您|棒棒|(?:^|[，。！!\s])耶|元气|笑一笑|超(?:开心|级开心|棒)|天天开心|(?:^|[，。！!\s好的呢])亲(?:爱的|亲)?(?=[，,。！!～~\s]|$)|(?:好|题|的|是|嗯|收到)哒|(?:收到|好|来|安排|搞定|知道)啦|[哦哟呀呢][～~]|祝您[^，。！!\n]{0,6}(?:愉快|开心|快乐)|(?:开心|美好|快乐)(?:的)?(?:每一天|一天)|(?:很|非常|十分)(?:高兴|开心|乐意)|\b(?:great|good|lovely|excellent|nice) (?:question|choice)\b|\b(?:awesome|fantastic|wonderful|amazing|yay|woohoo|hooray|congratulations|no worries|happy to|glad (?:to|you)|delighted to|my pleasure|good news|exciting|sure thing|you got it|hey there|hi there|thanks a (?:bunch|million)|cheers|cheerio|haha|lol|yippee|blessed day|beautiful day|hello hello|what an? (?:great|lovely|nice|good|beautiful|wonderful)[^.!?]{0,20}|ma(?:kes?|de) (?:your|my) day|smile!|let['’]s get [^.!?]{0,20}started)(?!\w)|(?:^|[.!?]\s*)super!|(?:^|[.!?]\s*)(?:no problem\b|absolutely!|perfect!|of course!)|\b(?:have|having|enjoy) (?:an?|your|the rest) (?:\w+ ){0,4}?(?:day|weekend|evening|week)\b|\benjoy your\b/iu;

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

/** 是您自己没看清; as I said. */
const faulted =
  /(?:(?<!如果|若|要|不管|无论|还)是|因为|由于|怪)您(?:自己|没有?|未能?|操作|使用不当|不小心|粗心)|您(?:自己)?(?:本来|早)?就?应该(?:早|先(?!生)|提前)|您(?:当时|之前)?(?:怎么不|不早|没看清|没仔细|没有看清|没有仔细|没注意|忘了)|您(?:为什么|为何|干嘛|怎么)(?:不|没)|(?:谁|怪)(?:让|叫)您|(?:这|那)?(?:是|属于)您(?:自己|个人)的?(?:问题|原因|责任|错)|您(?:可能|应该|好像|似乎)?(?:理解错|误会|误解|搞错|弄错|看错|记错|想错|听错)|(?<!如果|若|要是|假如|因)您(?:自己)?(?:当时|之前)?没有?(?:提前|事先|及时|看清|仔细|按|注意|认真|保管|核对|好好)|您(?:要是|如果)?早(?:点|些|一点)[^，。]{0,8}就|(?:不是|不属于)(?:我们|我司|本店|平台)的?(?:问题|责任|错|原因)|[跟与和](?:我们|本店)(?:没有?关系|无关)|其他(?:客户|顾客|人)(?:都|也)?没有?(?:遇到|这个|这种|反映)|\b(?:caused by|due to|because of) your\b|\b(?:not|n['’]t) our (?:fault|problem|responsibility|issue)\b|\b(?:nobody|no one) else (?:has|had|complain)|\bother customers (?:don['’]t|do not|never)\b|\byou should know (?:that|this|better)\b|\b(?:your|the customer['’]s) (?:own )?(?:fault|mistake|misuse|negligence|carelessness)\b|(?<!\b(?:if|when|in case|unless|whether) )\byou (?:\w+ly )?(?:should(?:['’]ve| have)|ought to have|failed to|forgot to|neglected to|overlooked|ignored|misunderst(?:ood|and)|misread|must have (?:misread|missed|done)|(?:chose|picked|ordered|entered) the wrong|(?:didn['’]t|did not) (?:bother|follow|read|check|look|listen|notice|use|install|pay attention))|\bhad you (?:\w+ed|read)\b|\bif you(?:['’]d| had) (?!any|already|no)\w+|\bthat(?:['’]s| is) on you\b|\bnext time,? (?:please |you )/iu;
/** What was said before is held against whoever asks again; rules that are said to be clear. */
const saidBefore =
  /我(?:刚才|前面|之前|刚刚|上面|先前|上文)(?:就|都|也|已经?|已)*(?:跟您|向您|给您|和您)?(?:说过|说了|讲过|告诉|告知|解释|提到|回答)|(?:刚才|前面|之前|上面)(?:我|就|都|也|已经?)*(?:(?:说|讲|解释|写)得?(?:很|非常|够|这么)?(?:清楚|明白)|(?:告诉|告知)过?您|[跟和]您说)|我(?:已经|都|就)(?:跟您|向您)?(?:说过|说了|告诉过?您|讲过|解释过)|(?:正如|就像)?我(?:刚才|之前|前面)?所?说(?:的)?(?:那样)?，|正如[^，。]{0,6}所说|如(?:前|上)所述|说过(?:很多|好多|好几|多少|几)(?:次|遍)|已经[跟和][您你]说|不是(?:已经)?(?:说|告诉|解释)(?:过|您)*了吗|您(?:怎么|为什么)?(?:又|总是|老是|一直|反复)问|同样的问题|我再(?:说|重复|强调)一(?:遍|次)|再次(?:重申|强调|提醒您)|(?:规则|页面|说明书?|条款|协议)[^，。]{0,6}(?:写|说|讲)(?:得)?[^，。]{0,4}(?:清楚|明白)|请您?再?(?:仔细|认真)(?:阅读|看看?)(?:一[遍下])?(?:规则|说明|条款|协议|$|[。！])|\b(?:as|like) (?:I|we)(?:['’]ve| have)? (?:already |just |previously )?(?:said|told you|explained|mentioned|stated)\b|\bas (?:already |previously )?(?:mentioned|stated|explained|noted|said)(?: (?:above|before|previously|earlier|already))?\b|\b(?:I|we)(?:['’]ve| have)? (?:already )?(?:said|told you|explained) (?:this|that|it)|\bI(?:['’]ve| have)? already (?:said|told|explained)\b|(?:^|[.!?]\s*)(?:once )?again,|\byou keep (?:asking|saying|repeating)\b|\bsame (?:thing|question) (?:again|over)\b|\b(?:policy|rules?|terms|page) (?:is|are) (?:very |quite )?clear\b|\bclearly (?:states?|says)\b/iu;
/** What is said to those who are upset about being upset. */
const hushing =
  /(?:别|不要|无需|不必|不用)(?:那么|这么|太)?(?:激动|生气|动怒|发火|上火|冲动|闹|着急上火)|消消?气|冷静(?!期)|淡定|息怒|稍安勿躁|心平气和|讲(?:点|些)?道理|无理取闹|骂人|(?:您的?)?态度(?:好|放|端正)|注意(?:您的?)?(?:言辞|语气|态度|措辞)|(?:多|有)(?:一)?点耐心|理性(?:沟通|一点)|\bwatch your (?:language|tone)\b|\b(?:need to|please|try to|have to) be (?:more )?(?:patient|reasonable|polite|civil|respectful)\b|\bcalm down\b|\b(?:please|just) relax\b|\btake a (?:deep )?breath\b|\b(?:don['’]t|do not) (?:be|get) (?:so )?(?:upset|angry|mad|dramatic|rude)\b|\bno (?:need|reason) to (?:be (?:so )?(?:angry|upset|rude|mad)|shout|yell|get (?:upset|angry))|\bstop (?:shouting|yelling)\b/iu;

/** Whether the customer is told that it is their own doing, that they did not listen, or how not to feel. */
export function blames(text: string): boolean {
  return faulted.test(text) || saidBefore.test(text) || hushing.test(text);
}

const promises =
  /保证(?!金)|承诺|担保|打包票|一定(?:会|能|可以|给您|帮您)|肯定(?:会|能|可以|没问题)|百分之?百|100\s?%|绝对(?:会|能|不会|没问题)|包您|\b(?:I|we) (?:promise|guarantee|assure)\b|\b(?:definitely|certainly|surely) (?:will|be)\b|\bwill (?:definitely|certainly|surely)\b|\bwithout fail\b|\brest assured\b|\bguaranteed\b/giu;

/** Words of certainty that the sources do not use themselves. */
export function promisesBeyond(text: string, sources: string): boolean {
  const known = sources.toLowerCase();
  return [...text.matchAll(promises)].some(([word]) => !known.includes(word.toLowerCase()));
}
