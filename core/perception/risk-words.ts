import type { Risk } from '../terms/triage.ts';

/** How one risk is told. All patterns read text as `readText` leaves it, one clause at a time. */
export interface RiskWords {
  /** Clauses that carry the risk. */
  readonly signs: readonly RegExp[];
  /** Talk that names the matter and carries no risk; taken out of a clause before the signs are looked for. */
  readonly harmless: readonly RegExp[];
  /** A clause that asks whether it could come to this is a question about it: 会不会漏电？ */
  readonly isAskable: boolean;
}

const denial =
  '(?:没有?|不|不是|并不|并非|不会|不想|不要|无意|没打算|不打算|不准备|暂时不|先不|还没|还没有|没说|没想|不是要|不是想|不是来)(?:是|要|想|去|再|打算|准备|说|说要|想要|来|真的|真要|真想){0,3}';
/** 不投诉不行, 再不处理就投诉: twice no is yes. */
const demand = '(?!.{0,4}(?:不行|不解决|不处理|不管|就不|才怪|难))';

/**
 * A first lexicon. It finds rather once too often than once too seldom where a life or a law is at stake, and tells a
 * question about a matter from the matter itself.
 */
export const riskWords: Readonly<Record<Risk, RiskWords>> = {
  complaint: {
    harmless: [
      /(?:零|被|少|多|的)?投诉(?:率|量|记录|编号|单号|流程|制度|处理流程|建议箱)/g,
      /(?:投诉|举报)(?:的)?(?:电话|热线|渠道|方式|邮箱|入口|部门|中心|平台|地址|页面|按钮|专线|通道)/g,
      /(?:怎么|如何|怎样|去哪里?|到哪里?|在哪里?|哪里|哪儿|向谁|找谁|能不能|可不可以|是否可以|可以)(?:可以|能|去|进行|才能)?(?:投诉|举报)(?!你|他|她|它|这|卖家|商家|店|客服|快递|到底)/g,
      /(?:投诉|举报)(?:处理|受理|之后|后)?(?:要|需要)?(?:在哪|怎么(?!样|还|没)|去哪|找谁|有用吗|要多久|多久|几天|需要什么|要什么)/g,
      new RegExp(`${denial}(?:投诉|举报|差评|维权)${demand}`, 'g'),
      /(?:说|告诉我|让我|叫我)(?:可以|能)(?:去)?(?:投诉|举报)/g,
      /别人(?:的)?投诉|有人投诉(?:过)?(?:吗|么)|被(?:人)?投诉/g,
      /\bhow (?:do|can|should|would) (?:i|we|one) (?:file|make|lodge|submit|raise|register) (?:an? )?(?:formal )?complaint|\bwhere (?:do|can|should) (?:i|we) (?:complain|(?:file|make|send) (?:an? )?complaint)|\bcomplaints? (?:number|phone|e-?mail|address|line|department|procedure|process|policy|form|team)\b/g,
      /\b(?:no|not an?|isn't an?|without|any) complaints?\b|\b(?:not|n't|never|cannot|can not|nothing to|no reason to|not here to|don't (?:want|mean) to|didn't (?:want|mean) to|not going to|not trying to|don't like to|hate to) complain(?:ing)?\b/g,
      /(?:有什么|什么|有啥|的|这种|种|有个)说法|(?:要|需要)?交代(?:一下|病史|清楚|快递|给)|(?:说明|解释)(?:书|权|一下)/g,
    ],
    signs: [
      /投诉|举报|维权|黑猫/,
      /(?:给|打|写|来)(?:你们|你|个|一个|了){0,2}差评|差评(?:伺候|见|警告)/,
      /\b(?:complain(?:ing|ed)?|complaints?)\b|\breport (?:you|this (?:shop|store|company|seller)|your (?:shop|store|company))\b|\b(?:one[- ]star|bad|negative|terrible) review\b/,
      // Demands for redress: what is asked for (an account, justice, an answer), and of whom.,
      /(?:给|要|讨|讨要|求|等着?|还)(?:我|我们|大家|个|一个|回|你们|出|消费者|客户){0,3}(?:满意|合理|明确)?的?(?:说法|交代|交待|公道)|给(?:我|我们|大家){0,1}(?:个|一个)?(?:满意|合理|明确)?的?(?:解释|答复|道歉)(?!权|书)|(?:公开|必须|要求)(?:向我)?道歉/,
      /负责到底|负全责|(?:得|必须|应该|总要|该)(?:有人|你们|给我|为此)?(?:负责|承担责任)(?![人的安配送哪什])|(?:谁来?|你们)(?:为[^,。]{1,6})?负(?:这个|全部)?责任/,
      /店大欺客|欺负(?:我|消费者|顾客|客户|老百姓|老人|人)|踢皮球|不了了之|霸王条款|不接受(?:这个|这种|你们的?|此)?(?:处理|结果|方案)|不会?罢休|跟你们没完/,
      /\b(?:want|demand|need|expect|deserve|owe me) (?:an? |some )?(?:proper |full |real |written )?(?:explanation|answers|apology|accountability)\b|\b(?:held|hold|be) (?:\w+ )?accountable\b|\bmake (?:it|this|things) right\b|\bon (?:the )?record as\b|\b(?:unacceptable|disgusted|disgraceful)\b/,
    ],
    isAskable: false,
  },
  'refund-dispute': {
    harmless: [
      // Whoever asks who pays the postage wants to know.
      /(?:运费|邮费|快递费|费用?)[^,。]{0,4}(?:谁(?:来)?(?:出|承担|付|负担)|(?:是)?(?:我|你们?)出还是(?:我|你们?)出)(?!.{0,6}(?:到底|必须))/g,
      /(?:七|7)天无理由|不退(?:运费|邮费|税|换)|退款(?:规则|政策|流程|说明|条件|时效)/g,
      new RegExp(`${denial}(?:要求)?(?:赔偿|赔钱|退我钱)`, 'g'),
      /\b(?:refund|return) policy\b|\b(?:do|will|would|can|could) (?:you|i) (?:ever )?(?:refund|deny|refuse)\b/g,
    ],
    signs: [
      /(?:你们|你|他们|卖家|商家|店家|店铺|客服|平台|对方)(?:就|还|都|总是|一直|就是|竟然|居然|凭什么|为什么|为啥|怎么|坚持|死活|又|却){0,3}(?:不(?:给|肯|愿意?|同意|让|许|予)?(?:我)?(?:们)?(?:退|赔)|拒绝(?:给|了)?(?:我)?(?:的)?(?:退|赔))/,
      /(?:凭什么|为什么|为啥|怎么|还|一直|就|就是|死活|硬是)(?:还|都|一直)?不(?:给|肯|愿意?|同意|让)?我(?:们)?(?:的)?(?:退|赔)|凭什么不(?:给)?(?:退|赔)|(?:不肯|不同意|拒绝)(?:给)?(?:我)?退(?:款|货|钱)/,
      /(?:不给|不让|不许)我?(?:们)?退(?:款|货|钱)?(?!.{0,6}[吗么])/,
      /退(?:款|货)(?:申请)?(?:又|都|也|还|总是|一直|已经)?(?:被|遭)(?:你们|商家|卖家|系统|平台)?(?:拒绝?|驳回|关闭|取消)/,
      /(?:只|才|就)退(?:了|给)?(?:我)?(?:一半|一部分|\d+|部分)|少退|退(?:的)?(?:钱|款|金额)(?:不对|少了|不够)|(?:乱|多|重复|偷偷|擅自|无故)扣(?:了)?(?:我)?(?:的)?(?:钱|款|费|\d)|扣(?:了)?我(?:的)?(?:两次|双倍)/,
      /(?:还我|退我|退还我|把)(?:的)?(?:血汗)?钱(?!包)(?:还|退|$|！|!|来)|还我(?:血汗)?钱|(?:我的钱)(?:什么时候)?(?:还|退)(?:给)?我/,
      /(?:假一赔|退一赔|假一罚)[一二三四五六七八九十\d]+(?!吗|么)|三倍赔偿|(?:要求|必须|要你们|你们要|你们得|得给我|给我)(?:你们)?(?:赔偿|赔钱|赔我|补偿)|赔(?:偿)?我(?:的)?(?:损失|精神|钱)/,
      /\b(?:refus(?:e|es|ed|ing)|won't|will not|wouldn't|never|not) (?:to )?(?:give me (?:my |a )?|issue (?:my |a )?|process (?:my )?)?(?:refund(?:ed|ing)?|money back)\b/,
      /\b(?:refund|claim|return) (?:request )?(?:was|is|has been|got|keeps getting|being|were) (?:denied|rejected|declined|refused|ignored)\b|\b(?:denied|rejected|refused|declined) my (?:refund|claim|return)\b/,
      /\b(?:give|want|demand|need) (?:me )?(?:all )?(?:my|our) (?:\w+ )?money back\b|\bcharge ?back\b|\bdisput(?:e|ing) (?:the|this|my|that) (?:charge|payment|refund|transaction)\b|\b(?:charged (?:me )?twice|double[- ]charged|overcharged|charged me (?:for|without))\b|\bcompensat(?:e|ion) (?:me|for my|for the)\b/,
      /(?:要求|必须|该|得|照价|全额|双倍|给我)(?:你们|全额|照价|双倍|三倍|按价){0,2}(?:赔(?![率付]|偿(?:标准|规则|流程))|补偿)|赔钱|照价赔/,
      /(?:误工费|精神损失费?|损失|医药费|路费|车费|运费|酒店钱|机票钱|费用?|钱)[^,。]{0,8}(?:(?:你们|谁)(?:来|得|必须|要){0,2}(?:出|承担|赔|给|负担)|得你们)|(?:你们|谁来)[^,。]{0,3}承担(?!什么|范围)/,
      /(?:多收|乱收|多扣|扣|剩下|剩余|押金|学费|定金)[^,。]{0,10}(?:退我|退给我|退回来|还我|还给我|不给我|不退|不还)|扣(?:了)?我[^,。]{0,8}凭什么|凭什么[^,。]{0,4}(?:扣|收)(?:我|费|钱)/,
      /\b(?:won't|refuses? to|will not) give (?:it|my money|the money) back\b|\bwant (?:a |my |the )?(?:full )?refund (?:now|today|immediately|right)\b|\b(?:this|it|that) is (?:theft|robbery|stealing)\b|\byou(?:'ll| will)? owe me\b|\bgive me (?:back )?(?:my|the) money\b|\bcharged for [^,.!?]{1,30}\bnever\b/,
    ],
    isAskable: true,
  },
  'legal-threat': {
    harmless: [
      /(?:我是|本人是|做|当|是一名|抬头是?|开给|公司叫?)[^,。]{0,8}(?:律师|法院|法官)|律师(?:事务所|楼|职业|袍|包|节)/g,
      /工商(?:银行|注册|登记|信息|大学|年检|执照|号|卡|户)|(?:12315|12345|消协|消费者协会|工商局?|市场监管局?)(?:的)?(?:电话|号码|热线)(?:是)?(?:多少|几|什么)/g,
      new RegExp(
        `${denial}(?:起诉|告你们?|打官司|报警|找律师|走法律(?:程序|途径)|上法庭|12315)${demand}`,
        'g',
      ),
      /(?:烟雾|胎压|电量|低电|温度|一氧化碳|自动|燃气|煤气|声光|防盗|红外|求救)[^,。]{0,4}报警|报警(?:器|声|音|灯|功能|提示|装置|哨|系统|温度|电话)/g,
      /告你(?:一|个|声)|法律(?:书|专业|系|常识|咨询公司|顾问公司)/g,
      /\bi(?:'m| am) an? (?:\w+ )?(?:lawyer|attorney|solicitor)\b|\blaw (?:firm|school|student|office)s?\b|\bin-laws?\b|\bpolice report (?:needed|required|necessary)\b/g,
      /\b(?:not|n't|never|no need to|without|not going to|don't want to|won't|no) (?:going to |want to |wish to |take |taking |any )?(?:sue|suing|legal action|lawyers?|court|lawsuit)\b/g,
      /(?:12315|12345|消协|消费者协会|工商局?|市场监管局?|信访办?|法院|教育局|卫健委)(?:热线|平台)?(?:是什么|是干|能(?:不能)?查|可以查|上班|下班|几点|在哪|地址|怎么走|时间|活动|官网|拍卖|附近)|(?:律师函|起诉状|诉状)(?:的)?(?:模板|范文|格式|样本|怎么写|多少钱|费用)/g,
    ],
    signs: [
      /12315|(?<!\d)12345(?!\d)|消协|消委|消费者(?:协会|权益|保护)|消保委|市场监(?:管|督)|工商(?:局|所|部门|那边|投诉|举报|介入|管理|去)|质监局|网信办|银保监|金融监管|邮政(?:局|管理局)投诉|邮管局/,
      /律师(?:函|信)|(?:找|请|联系|咨询|委托|让|发|通知|问过?|有)(?:了)?(?:我的?|个|我们的?|好)?律师|我的?律师|律师(?:会|已经|团队|说)/,
      /起诉|诉讼|打官司|立案|(?:上|告到?|去|到|找|走)法院|法院(?:见|传票|起诉)|法庭(?:见|上)|上法庭|(?:劳动|申请|提起)仲裁|走(?:法律|司法)|法律(?:途径|手段|武器|责任|程序|制裁)|追究[^,。]{0,6}(?:责任|法律)/,
      /(?<!告诉|转告|报告|广)告(?:死)?(?:你们|你|他们|商家|卖家|贵公司|这家)(?!诉|知|们?一声|们?说)/,
      /(?:我|我们|已经|只能|只好|直接|选择|准备|马上|现在|必须|立刻|真)(?:要|去|就|会)?(?:报警|报案)|(?:报警|报案)(?:处理|抓|了$)|就(?:报警|报案)(?!吗)/,
      /上(?:3\.?15|三一五)|(?:3\.?15|三一五)(?:晚会|曝光|投诉|举报)/,
      /\b(?:(?:will|'ll|to|gonna|can|could|would|should|may|must|i|we) sue|sue (?:you|them|this|your|the)|suing|lawsuit|litigation|subpoena)\b|\b(?:take|taking|see) (?:you|this|them|the company|your company)(?: guys)? (?:to|in) court\b|\blegal action\b|\bsmall claims\b|\bpress(?:ing)? charges\b/,
      /\b(?:my|our|a|the|contact(?:ing)?|call(?:ing)?|hire|talk to|speak to|consult) (?:lawyer|attorney|solicitor)s?\b/,
      /\b(?:trading standards|better business bureau|bbb|ftc|attorney general|consumer (?:protection|affairs|council|rights)|ombudsman)\b|\b(?:call|calling|go to|going to|report (?:you|this) to|contact) the (?:police|cops|authorities)\b/,
      /(?:去|向|找|给|跟|到|上|打给?|在)(?:了)?(?:你们)?(?:当地)?(?:信访办?|卫健委|卫生局|银保监会?|金融监管局?|证监会|工信部|教育局|劳动局|劳动监察|纪委|监管部门|有关部门|民航局|市长热线|市监局)(?!电话|地址|在哪)|(?:找|请|委托)(?:了|个|好)?律师|(?:起)?诉状(?:都|已|我)|已(?:经)?报(?:了)?警|报警(?:备案|立案|处理了)/,
      /\b(?:my|our|an?) (?:attorney|solicitor)\b(?! fees?)|\bsmall claims\b|\bombudsman\b|\btrading standards\b|\bconsumer (?:protection|rights) (?:agency|authority|bureau|board)\b|\b(?:let|see what) (?:the|a) (?:judge|court)\b/,
    ],
    isAskable: false,
  },
  'self-harm': {
    harmless: [
      /自杀(?:小队|突击队|兔|派对|联盟)|(?:手机|电脑|灯|电池|耳机|手表|相机|机器|设备|充电宝|屏幕|键盘|鼠标)[^,。]{0,3}(?:不想活|想死)了?|想死(?:你|我|他|她|念|大家)|(?:得|到|都|快|太)想死|(?<!真)的想死|不想活(?:动|跃|泼|络)|轻生(?:活|态)|跳楼(?:价|机|甩|大|清|处理|促|减|打折)|自杀(?:式|率)/g,
      /(?:你|他|她|你们|他们)(?:怎么不|赶紧|快点?|给我|都)?(?:去死|想死)/g,
      /(?:不会|没有?|不是|并没有|不是想|没想|没想过|从没想过)(?:要|想|去)?(?:自杀|轻生|自残)/g,
      /\bto die for\b|\bdying to\b|\bsuicide squad\b|\b(?:battery|phone|lamp|light|screen|car|torch)[^,.]{0,12}(?:dead|died|die)\b/g,
      /\b(?:not|never|n't|no intention of|nothing about) (?:going to |thinking (?:of|about) |want to |wanting to )?(?:suicidal|suicide|kill(?:ing)? myself|hurt(?:ing)? myself)\b/g,
    ],
    signs: [
      /不想(?:再)?(?:生存|做人|活落去|活下去)|生存落去|遗书[^,。]{0,4}写|(?:吞|吃|喝|服)(?:了|下|完)*(?:一|整|半|几|两|好几)?(?:瓶|把|盒|板)?(?:的)?(?:安眠药|农药|老鼠药)|(?:只有|只剩|就是)死路一条|死给(?:你|谁)|离开这个世界|活够了|没有?(?:活|生活)下去的|我不活了|不如死咗|烧炭自|(?:自杀|轻生)/,
      /自杀|轻生|不想活|活不下去|不想再活|活着(?:还)?(?:有什么|没什么|没有?|真没)(?:意思|意义)|寻死|寻短见|自残|割腕|跳楼|跳河|上吊|写(?:好)?(?:了)?遗书|结束(?:自己的?|我的?)?生命|了结(?:自己|此生|生命)|(?:不如|还是|让我|我)(?:去)?死(?:了)?(?:算了|吧|好了|掉)|(?:^|我|好|真的?)想死|我去死|一了百了/,
      /\b(?:kill(?:ing)? myself|suicid(?:e|al)|end(?:ing)? (?:my (?:own )?life|it all)|take my (?:own )?life|want(?:ed)? to die|wanna die|wish i (?:was|were) dead|better off dead|no reason to live|don'?t want to (?:live|be alive|be here any ?more)|(?:want|going|thinking (?:of|about)|plan(?:ning)?) (?:to )?(?:hurt(?:ing)?|harm(?:ing)?|cut(?:ting)?) myself|self[- ]harm(?:ing)?)\b/,
      /(?:想|要|就|准备)从?[^,。]{0,6}(?:楼|桥|天台|窗)[^,。]{0,4}跳(?:下去|了)|\blife is(?:n't| not) worth living\b|\bcan't go on(?: any ?more)?\b|不想(?:再)?坚持了|撑不下去|一了百了|(?:就|能|想)解脱了?|自我了断|结束(?:自己|我)?的?生命/,
      /\b(?:i'?ll|gonna|going to|want to|wanna|might|just|about to) kms\b|^kms\b|\b(?:want|wish) to disappear forever\b|\btook (?:a whole bottle|all (?:my|the)) (?:of )?(?:\w+ )?pills\b|\bwrit(?:ten|ing|e) (?:my|a) suicide note\b/,
      /\bbetter off dead\b|\b(?:no|see the|see any|see a) point (?:in|of|to) (?:living|life|going on)\b|\b(?:end|ending) it all\b|\b(?:nobody|no one) (?:would|will) miss me\b/,
    ],
    isAskable: false,
  },
  safety: {
    harmless: [
      /(?:防|避免|预防|以防|防止|怕|担心|小心|注意|容易|不易|耐|阻|抗)[^,。]{0,6}(?:着火|起火|自燃|冒烟|爆炸|漏电|触电|短路|受伤|划伤|烫伤|割伤|过敏|中毒|摔伤|燃)/g,
      /(?:没有?|不会|不|未|并没有|没人|无人|无)(?:有|人|再|被|导致|造成|引起){0,2}(?:着火|起火|自燃|冒烟|爆炸|漏电|触电|短路|受伤|划伤|刮伤|磕伤|烫伤|割伤|过敏|中毒|流血|出血)/g,
      /(?:很|好|太|心里?|心灵|感情)受伤|(?:屏幕|机身|镜头|外观|手机|电脑)[^,。]{0,8}(?:刮|划|磕|摔|弄)伤/g,
      /(?:着火|起火|爆炸|漏电|触电|短路|过敏|中毒|过热)(?:保护|等级|认证|测试|检测|报警|险|体质|源|点|风险|人群|药)|爆炸(?:头|性|价|盐|糖)|烟雾|无烟|过敏(?:的人|能|可以|可不可以|会)/g,
      /(?:生|点|烧|升)(?:着)?火|(?:引|助)燃|急救(?:包|箱|毯)|意外(?:险|受伤险)|受伤(?:险|赔)|医院(?:采购|用|发票|地址)|(?:送|寄|发)(?:到|至)[^,。]{0,12}医院/g,
      /对[^,。]{1,8}过敏(?!了)|(?:我|孩子|宝宝|家人|皮肤)(?:是|有点?|容易|比较)过敏(?!了)/g,
      /\b(?:fire|flame|smoke|shock|burn|explosion|water)[- ]?(?:proof|resistant|retardant|safe|rating|alarm|detector|free)\b|\bsmokeless\b|\bfirst aid\b|\bhypoallergenic\b|\b(?:camp ?fire|fire ?(?:place|pit|starter|wood))\b/g,
      /\b(?:i'm|i am|he is|she is|son is|daughter is|who is|am i|people) (?:\w+ )?allergic to\b|\b(?:avoid|prevent|risk of|danger of|nobody|no one|none|afraid of|worried about|protect(?:s|ion)? (?:from|against)|in case of|without|no|not|never|n't)\b[^,.!?]{0,14}\b(?:fire|smoke|explod\w*|explosion|shock\w*|injur\w*|burn\w*|hurt|bleeding|allerg\w*|rash|poison\w*)\b/g,
      /\b(?:atm|machine|dispenser)\b[^,.!?]{0,20}\bswallowed\b|\bswallowed my card\b/g,
    ],
    signs: [
      /着火|起火|自燃|冒(?:黑|白|浓)?烟|烧(?:起来|着了)|爆炸|(?:电池|充电宝|气罐|炉头?|灯|炉子|屏幕|插头|电源)[^,。]{0,6}(?:炸|爆)(?:了|开|裂)|漏电|触电|(?:被|给)(?:电|电击)(?:了|到)|电到(?:我|了|人|孩子)|短路|鼓包/,
      /(?:烫|烧|划|割|扎|摔|砸|夹|刮|炸|磕|戳|弄|被)(?:到|了)?(?:我|孩子|手|脚|脸)?(?:的)?(?:受)?伤|受(?:了)?伤|伤到(?:了)?(?:我|人|孩子|手|脚|眼|脸)|烫到|流(?:了)?(?:好多|很多)?血|出血|骨折|缝(?:了)?[一二三四五六七八九十几\d]+针|烫出|起(?:了)?(?:好多|很多)?(?:水泡|红疹|疹子|红点)|红肿/,
      /过敏(?:了|反应|症状)|(?:用|穿|戴|睡|吃|喝|涂|擦|盖|贴)(?:了|完|过|着)?[^,。]{0,8}(?:后|就|都|全身|脸|皮肤|之后)[^,。]{0,6}过敏|(?:食物|煤气|一氧化碳|铅)中毒|(?:吃|喝)[^,。]{0,8}中毒|呕吐|上吐下泻|拉肚子|(?:进|送|去)(?:了)?(?:医|急诊|抢救)(?:院)?|(?:害|弄|搞|烫|伤|吃|用|摔)[^,。]{0,8}住(?:了)?院|叫(?:了)?(?:救护车|120)|叫不醒|叫都叫不醒|(?:帐篷|屋|房间|车)[^,。]{0,6}(?:烧炭|烧煤|用[了过]?(?:炉|炭))[^。]{0,16}(?:头晕|头疼|头痛|恶心|想吐)|呼吸困难|喘不(?:上|过)气|晕倒|昏迷|窒息|煤气泄漏|燃气泄漏|漏(?:煤|燃)气/,
      /\b(?:caught|catch(?:es|ing)?|on|started an?) fire\b|\bburst into flames\b|\b(?:is|was|started|starts|began|keeps) (?:to )?smok(?:e|ing)\b|\bsmoke (?:is )?(?:coming|came|pouring)\b|\b(?:exploded|blew up|overheat(?:ed|ing) and|electrocuted|electric(?:al)? shock|shocked me|gave me a shock|short[- ]circuit(?:ed)?)\b|\bbattery (?:is |has |was )?(?:swollen|swelled|bulging|leaking)\b/,
      /\b(?:burn(?:ed|t)|cut|injured|hurt|scalded|broke) (?:my|me|his|her|our|myself|himself|herself|a child)\b|\b(?:got|was|were|been|is|badly|seriously) (?:injured|hurt|burn(?:ed|t)|electrocuted|poisoned|hospitali[sz]ed)\b|\bbleeding\b|\ballergic reaction\b|\b(?:broke out in|got|have|gave me) an? (?:\w+ )?rash\b|\b(?:went|go|rushed|taken|ended up) (?:to|in) (?:the )?(?:hospital|er|emergency)\b|\bfood poisoning\b|\bgas leak(?:ing)?\b|\b(?:gas|fuel|propane|butane)\b[^,.!?]{0,16}\bleak(?:s|ing|ed)?\b|\bleak(?:s|ing|ed)? (?:gas|fuel)\b|\bleaking gas\b|\b(?:smells? (?:of|like) gas|gas smell|smell gas)\b|\bcarbon monoxide (?:poisoning|alarm)\b|\b(?:there'?s a fire in|help,? (?:there'?s a )?fire)\b|\b(?:won't|doesn't|not) wak(?:e|ing) up\b|\bchok(?:ed|ing) on\b|\bcan't breathe\b|\bpassed out\b/,
      /(?:打|冒|喷)(?:出)?(?:了)?火(?:花|星)|(?:刹车|方向盘|电梯|油门)[^,。]{0,4}(?:失灵|失控)|(?:误吞|误食|吞(?:了|下|进)|误服)(?!苦|声)|炸裂|(?:闻到|一股|有股?)[^,。]{0,6}(?:煤气|燃气|焦|糊)味|烧(?:着|没|坏|黑|穿)?了(?:窗帘|房|手|床|沙发|墙|衣)|把[^,。]{1,6}烧了/,
      /\b(?:sparked|sparking|melted)\b|\bswallowed (?:a|the|it|one|part|some)\b|\bbrakes? (?:failed|gave out|stopped working)\b/,
    ],
    isAskable: true,
  },
  press: {
    harmless: [
      /曝光(?:度|时间|率|补偿|量|过度|不足|参数|三角)|(?:自动|手动|长|双重|二次|相机|照片|多重)曝光|(?:新|自|多|流|融)媒体|媒体(?:中心|合作|库|查询)/g,
      new RegExp(`${denial}(?:曝光|找(?:记者|媒体)|发(?:微博|抖音|小红书))`, 'g'),
      /\b(?:french|bench|wrinkle|steam) press\b|\bpress (?:the|and|down|on|release|it|here|[0-9])\b|\b(?:media player|storage media|social media (?:team|page|account|manager))\b/g,
    ],
    signs: [
      /(?:要|去|就|给|把|全网|网上|网络|媒体|找人|必须|准备|等着)[^,。]{0,6}曝光|曝光(?:你|他|这|给|到|出|一下|在|$)/,
      /(?:找|联系|叫|告诉|请|通知|爆料给)(?:了)?(?:个|几个|过)?(?:记者|媒体|电视台|报社|新闻|焦点访谈)|我(?:们)?是[^,。]{0,10}(?:记者|电视台|报社|媒体)|记者(?:采访|来|会)|上(?:新闻|热搜|电视|焦点)|媒体曝光/,
      /(?:发|挂|贴)(?:到|在|上|去)?(?:网上?|微博|抖音|小红书|朋友圈|知乎|b站|快手|贴吧|论坛)(?:上|去)?[^,。]{0,8}(?:曝光|避雷|挂|让[大所]|看看|都知道|说说|评评理)|(?:发|写)(?:个|一篇)?避雷|避雷(?:帖|贴|笔记)(?:安排|见|伺候|警告|走起|写好|已发)|(?:写|发)[^,。]{0,4}避雷(?:帖|贴|笔记)/,
      /\b(?:go(?:ing)?|went|talk(?:ing)?|speak(?:ing)?|contact(?:ing)?|call(?:ing)?|tell(?:ing)?|email(?:ing)?) (?:to )?(?:the |a |my local |some )?(?:press|media|newspapers?|news|journalists?|reporters?|tv)\b|\bi(?:'m| am) an? (?:\w+ )?(?:journalist|reporter)\b|\b(?:expose|name and shame) (?:you|this|your)\b|\b(?:post|posting|share|sharing|put) (?:this |it |about (?:this|you) |everything )?(?:all over |on )(?:social media|twitter|x\.com|tiktok|facebook|instagram|reddit|youtube)\b|\bgo(?:es|ing)? viral\b/,
      /(?:抖音|微博|小红书|快手|热搜|朋友圈|网上|媒体)(?:热搜)?见(?![过到])|(?:准备|要|就|会|都会|马上|全部)发(?:到|去)?(?:网上?|抖音|小红书|微博|朋友圈|论坛)|(?:朋友圈|小红书|抖音|微博)[^,。]{0,4}都?会发|(?:让|叫|找|请|等)(?:了)?[^,。]{0,6}(?:电视台|记者|媒体)/,
      /\b(?:tell|telling|show|showing) everyone on\b|\bmy followers (?:will|are|should)\b|\b(?:call|hear|hearing|emailed|wrote|written|writing|spoken) (?:from |to )?(?:the |a |our )?(?:local )?(?:newspapers?|paper|reporters?|journalists?|press)\b/,
    ],
    isAskable: false,
  },
  abuse: {
    harmless: [
      /操你的?心|操(?:作|场|心|控|劳|办|纵)|你妈(?:妈|咪)|(?:给|跟|和|帮|替|陪|像)你妈|去死(?:皮|角)|贱(?:卖|价)|屁(?:股|颠)/g,
      /(?<![a-z])sb[- ]?\d|\b(?:i am|i'm|im|i was|i feel like|feel like|me|myself)(?: such)?(?: a| an| so)? (?:complete |total |right )?(?:idiot|moron)\b/g,
      /\b(?:bullshit|shit|damn)\b|\bidiot[- ]?proof\b|\bmoron(?:i)\b/g,
    ],
    signs: [
      /傻[逼比b叉屌]|煞笔|沙[比雕]|(?<![a-z])(?:sb|nmsl|cnm)(?![a-z])|[操草艹肏日](?:你|泥|尼)(?:妈|马|大爷|全家|祖宗)?|你妈(?:的|逼|死|个|b)|滚(?:蛋|开|出去|犊子)|去死|狗(?:东西|日|杂种|屁|玩意)|畜生|王八蛋|脑残|智障|贱(?:人|货|逼|种)|婊|废物|人渣|不要脸|吃屎|死全家|垃圾(?:客服|东西|人|玩意)|神经病|有病吧/,
      /\b(?:fuck (?:you|off|u)|fucking (?:idiot|moron|useless|stupid|bot)|asshole|bitch|bastard|idiots?|morons?|dumbass|dickhead|cunt|retard(?:ed)?|stupid (?:bot|machine|people|agent|idiot)|go to hell|shut up|screw you|piece of shit|scumbag)\b/,
      /(?:^|[,。!])(?:都|快|给我|你们)?滚(?:$|[,。!吧啊呀])|(?:是|像|跟)(?:头|一群)?猪(?:$|[吗吧啊一,!])|猪脑子?|脑子(?:有病|进水|坏)|蠢货|去你(?:妈|大爷|娘)|一群(?:废物|垃圾|骗子|饭桶)|骗子(?:垃圾)?公司/,
      /\bpiece of (?:garbage|crap|trash)\b|\b(?:bunch|pack) of (?:morons|idiots|thieves|crooks)\b/,
    ],
    isAskable: false,
  },
};
