import { readText } from './read-text.ts';

/** 人工 in words that speak of something else than a person to talk to. */
const otherManual =
  '费|成本|智能|草|湖|降|授|受|呼吸|心|关节|泪|合成|养|培|种植|繁|皮|毛|宝石|钻|晶|水晶|缝|制|打磨|检|审|安装|搬|林|岛|雪|造|运费|拆|清|手|色素|香|甜|糖|翻译|操作|充绒|压胶|分拣|打包|质检|鸡|鱼|参|瀑|海|沙|石|攀|岩|添加|耳蜗|标注|录入|流产';
const otherRealPerson =
  '秀|快打|cs|版|实拍|照|穿|模特|试|发|比例|漫|电影|语音|出镜|拍|同款|展示|上身|头发|测评';
const manual = `人工(?!${otherManual})`;
const realPerson = `真人(?!${otherRealPerson})`;
const person = `(?:${manual}|${realPerson}|活人|真实的?人)`;
const staff =
  '(?:客服(?!电话|热线|号码|微信|邮箱|时间|态度|说|告诉|让我|回复|答应|承诺|讲|跟我|给我|在哪|几点|工作|已经|上班|下班)|坐席|座席|专员|专人|工作人员|经理|主管|领导|负责人|组长|店长|老板|上级)';

/** Talk about a person that asks for none; taken out before anything else is looked for. */
const others: readonly RegExp[] = [
  // Negated: 不要转人工, 别给我转客服; but not 还不转人工 or 不转人工就投诉, which demand it.
  new RegExp(
    `(?<!还|为什么|为啥|怎么|凭什么|要|干嘛|啥)(?:不要|别|不用|不需要|不必|无需|无须|不想|用不着|没必要|没有必要|先不|暂时不|不是要|不想要)(?:再|先|急着|老是|总是|一直)?(?:给我|帮我|替我|把我)?(?:转接到|转到|转接|转去|转给|转|找|接|叫|联系|换)?(?:给|到)?(?:${person}|${staff})(?!.{0,6}就(?:投诉|差评|退|举报|报警|曝光|打))`,
    'gu',
  ),
  /(?<!还|为什么|为啥|怎么|凭什么|要|干嘛|啥)不转人工(?!.{0,6}就(?:投诉|差评|退|举报|报警|曝光|打))/gu,
  // Reported speech and earlier calls: 人工客服说明天发货, 之前联系过人工.
  /(?:人工客服|人工|真人客服|客服)(?:人员|小姐姐|小哥)?(?:刚才|昨天|之前|上次|已经|前天|今天)?(?:跟我说|和我说|说|告诉|让我|让您|答应|承诺|回复我|答复|讲|处理好|解决了|联系我了|打电话)/gu,
  /(?:联系|找|问|转|咨询|打)过(?:了)?(?:你们)?(?:的)?(?:人工客服|人工|客服)/gu,
  /(?:机器人|ai|机器|智能客服)还是(?:真人|人工)/gu,
  // Hours and numbers of the service are questions with an answer.
  /(?:人工客服|人工服务|人工|真人客服|客服)(?:的)?(?:都|一般|是)?(?:几点|什么时候|啥时候|多久|工作时间|服务时间|在线时间|上班|下班|电话|热线|号码|周末|节假日|晚上)/gu,
  // Asking what the assistant is, or comparing, asks for nobody.
  /(?:你|您|这边|这)(?:到底)?是(?:不是)?(?:真人|人工|活人)(?:客服)?(?:吗|还是|吧|么|呢|\?|$)/gu,
  /(?:真人|人工)(?:客服)?(?:还是|和|跟)(?:机器人|ai|智能客服|机器)(?:客服)?(?:有什么|啥|的)?(?:区别|不同|哪个)?/gu,
  new RegExp(`(?:人工(?:${otherManual})|真人(?:${otherRealPerson}))`, 'gu'),
  /(?:换|找|叫|让|请)(?:个|一个|别)?人(?:代|帮我收|帮忙收|收|签|取|拿|名|用|付|穿|送|买|陪|一起|家|安装|装|搬)/gu,
  /\b(?:do not|don't|dont|no need to|not|never|without|instead of|rather than|won't|didn't)\s(?:want to |need to |wanna |have to |wish to |please )?(?:talk|speak|talking|speaking|connect|transfer|chat|chatting|need|want|transferring|connecting|calling)(?: me| us)?(?: to| with)?(?: an?| any| the| your)? ?(?:real |live |human |actual )?(?:humans?|persons?|people|agents?|someone|anyone|anybody|representatives?|reps?|operators?)\b/g,
  /\b(?:no|not an?|non-?|without an?) (?:human|agent|person|representative) ?(?:needed|required|necessary|please)?\b(?=[ ,.!]|$)/g,
  /\b(?:the|an?|your|my|this|that|previous|last|another|delivery|travel|estate|shipping|first|second|one)?\s?(?:customer service |human |live |support )?(?:agents?|representatives?|reps?|operators?|managers?|supervisors?|person|someone|customer service) (?:said|says|told|promised|already|was|were|has|had|did|mentioned|confirmed|helped|who|that|assured|called me|emailed|hung|i spoke|i talked)\b/g,
  /\b(?:spoke|talked|chatted|been speaking|was speaking|was talking) (?:to|with) (?:an?|the|your|some|one of your)? ?(?:real |live |human |customer service )?(?:agents?|persons?|representatives?|someone|humans?|reps?|managers?|supervisors?)\b/g,
  /\bhuman (?:hair|size|resources|body|rights|error|weight|sized|grade|proof|use|consumption|shaped|scale)\b|\b(?:cleaning|cooling|blowing|bleaching|waterproofing|reducing|washing|real estate|travel|shipping|booking|drying|user) agents?\b|\bagent (?:orange|of)\b|\b(?:one|single|two|three|four|2|3|4|per|each|extra|another|third|tall|average|second)[- ]?person\b|\bin person\b|\boperator manual\b|\b(?:square|sales) rep\b/g,
  /\b(?:are|is) (?:you|this|it|there) (?:really )?(?:an? )?(?:real |actual |live )?(?:human|person|bot|robot|ai|machine|agent)(?: or (?:an? )?(?:real |actual |live )?(?:human|person|bot|robot|ai|machine))?\b(?! (?:i|who|that|here|there|available|to))/g,
  /\bwhen (?:are|is|do|does) (?:the |your )?(?:human |live )?(?:agents?|representatives?|customer service|support)\b/g,
];

const gap = '[^,.!?;\\n]{0,40}';
const requests: readonly RegExp[] = [
  /转[\s\p{P}]{1,2}人[\s\p{P}]{0,2}工|(?:人工){2,}|(?:我要|找|叫)人(?=$|[!。,\s])/u,
  // 转人工 with the slips of input methods, and in pinyin.
  /转(?:接|到|去|至|给|成|个|一下|下)?(?:到|给)?(?:人[工公共功供弓攻宫贡恭](?!智能|费)|真人(?!秀)|客服|坐席|座席|专员|主管|经理)/u,
  /(?<![a-z])(?:zhuan\s?ren\s?gong|zrg|zrgkf|zhuan\s?人工|转\s?rg|转\s?ren\s?gong|ren\s?gong(?:\s?ke\s?fu)?|rg(?=$|[!。]))(?![a-z])/u,
  new RegExp(
    `(?:转|接|换|找|叫|喊|要|来|请|联系|呼叫|呼|给我|需要|想|跟|和|与|同|有|上|见|派|安排|切|让|帮|等|求|进|用|到|走|召唤|我|就|还是|直接|改|马上|赶紧|快)[^,。！？;、,.!?\\n]{0,5}${person}`,
    'u',
  ),
  new RegExp(
    `(?:^|[,。！？;~…,.!?\\s])${person}(?:客服|服务|坐席|座席|回复|接待|处理|解答|来|呢|吗|啊|在吗|在不在|在线|快|谢谢|吧|呀|帮|接听|哪|咧|呗|$|[!！。,，?？~…\\s]|转|请|马上|赶紧|求)`,
    'u',
  ),
  new RegExp(
    `${manual}(?:客服|坐席|座席|服务|通道)|真人(?:客服|坐席|服务|回复)|${person}(?:在哪|呢|有没有|来一个|快来|出来|死哪|怎么(?:转|找|联系|进|接|没人)|打不通|接通|去哪)`,
    'u',
  ),
  new RegExp(
    `(?:转|接|换|找|叫|喊|我要|要|来|请|呼叫|给我|派|安排|让|求|联系|见|想跟|想和|要跟|要和|和|跟)(?:一下|到|个|一个|位|一位|你们的?|你们公司的?|你们店的?|你的|真正的|在线的?|别的|其他|更高级的|值班){0,3}${staff}(?!的?(?:电话|热线|号码|微信|邮箱))`,
    'u',
  ),
  /(?:跟|和|与|同|找|对)(?:一个|个|真的|真正的|你们的?|正常|大活){0,3}人(?:类)?(?:来)?(?:说话|说|聊|讲话|讲|沟通|谈|对话|交流|类)/u,
  /(?:换|来|找|叫|派|喊|安排|让|请|给我)(?:一个|个|一位|位|你们|别的|别|真的|真正的|其他|管事的?|懂的?|能做主的?){1,3}人(?!收|签|名|工智|代|民|参|家|头|数|次|帐|份|用|穿|付|信息|体|物|气)/u,
  /(?:^|[,。！!?,\s])(?:换人(?:来|吧|[!。]|$)|有(?:没有)?(?:活)?人(?:在)?(?:吗|没|嘛|么|不|啊|呢)?(?:$|[!?。~\s])|人呢(?:$|[!?。~\s]))/u,
  /(?:不|别|不要|拒绝|讨厌|不想|不愿意?|懒得|受够|受不了)(?:想|要|愿意|再|用|让|和|跟|与|找|叫|给我|你们的?|你这个?|这个?|什么){0,4}(?:机器人|机器|ai|人工智能|智能客服|自动回复|智障)(?:客服|说|聊|讲|对话|废话|回|沟通|了|$|[,。!?]|糊弄|敷衍|应付)/u,
  new RegExp(
    `\\b(?:talk|speak|talking|speaking|chat|chatting|connect|transfer|switch|escalate|put|pass|forward|hand|redirect|discuss)\\b${gap}\\b(?:human(?: being)?|persons?|someone|somebody|anyone|people|agents?|representatives?|reps?|operators?|managers?|supervisors?|customer (?:service|support|care)|support team|advisor|adviser|specialist|live (?:chat|support|agent)|your team|boss)\\b`,
  ),
  /\b(?:get|give|need|want|wanna|find|call|bring|reach|contact|send|have|request|require|see|let me|where|how|prefer|demand|like|assign|ask for|require|rather|get me)\b[^,.!?;\n]{0,25}\b(?:humans?(?: being| agent| support| help)?|(?:real|actual|live|proper|physical) (?:persons?|people|one|agent|human|support)|a person|agents?|representatives?|operators?|managers?|supervisors?|live (?:chat|support|agent))\b(?! (?:hair|size))/,
  /(?:^|[.!?,;]\s{0,3})(?:(?:please|pls|hey|hi|hello|just|ok|a|an|the|no|real|live|human|actual|customer|service|support)\s){0,4}(?:agent|human|humans|representative|representatives|rep|operator|real person|live person|person|supervisor|manager|live agent|live chat|human being|real human|customer service|human support)(?:\s?(?:please|pls|plz|now|asap|here|thanks|thank you|help|support|immediately|right now|needed|required)){0,3}\s?(?:[.!?,]|$)/,
  /\b(?:is|are) (?:there )?(?:any|a|an|some)?\s?(?:real |actual |live |human )*(?:human|person|people|one|body|agent|agents|someone|anyone|anybody|somebody|representative)s? (?:real |human |actually )?(?:i can|that can|who can|here|there|available|around|online|to (?:talk|speak|help|chat))\b/,
  /\b(?:anyone|anybody|someone|somebody|any human|a human) (?:real|human|alive|there|actually there)\b|\bhuman (?:agent|please|assistance|help|support|operator|representative|now)\b|\blive (?:agent|representative|person|human|operator)\b|\breal (?:human|person|people|agent)\b/,
  /\b(?:stop|no more|not|don't want|dont want|do not want|sick of|tired of|hate|enough of|fed up with|no)\b[^,.!?;\n]{0,25}\b(?:bots?|robots?|chatbots?|machines?|ai|automated (?:reply|replies|answers?|responses?))\b/,
];

/**
 * The words with which a message asks for a person instead of the assistant; none if it does not. Finds the request
 * rather once too often than once too seldom: a person who is not needed costs less than one who is refused.
 */
export function humanRequestWords(text: string): string[] {
  let read = readText(text);
  for (const pattern of others) read = read.replace(pattern, ' … ');
  for (const pattern of requests) {
    const found = pattern.exec(read)?.[0].replace(/^[\s,。！？;~….!?]+|[\s,。！？;~….!?]+$/gu, '');
    if (found) return [found];
  }
  return [];
}
