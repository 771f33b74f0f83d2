import type { Language } from '../terms/language.ts';

/** A thing or service that a message asks for, in words that are the same whoever asks. */
export interface Wish {
  /** What is asked for, as it was written. */
  readonly object: string;
  /** The same, lower case and without spaces: asks for the same have the same key. */
  readonly key: string;
}

const object = '(?<object>[^，。！？,!?；;：:、\\n]{2,16}?)';
/** A thing alone: 「想买帐篷送人哪款好」 asks for advice. */
const thing = '(?<object>(?:(?![哪谁送给好吗呢]|什么|怎么|多少|推荐|适合)[^，。！？,!?；;：:、\\n]){2,10}?)';
const endZh =
  '(?:的(?:款式?|服务|活动|优惠|功能|版本|选项)?)?(?:吗|嘛|么|呢|啊|呀|不|没有|没|可以(?:买|租|选|用))*\\s*(?=[，。！？,!?；;：:、\\n]|$)';
const words = (list: string) => new RegExp(list, 'u');

/**
 * A message, or a sentence of one, that is nothing but the asking: 「有充电宝吗」. 「这款有充电宝吗」 asks what comes with
 * a thing, 「有大一点的吗」 after another kind of it.
 */
const opening =
  '(?:^|[。！？!?；;\\n]|(?:你好|您好|在吗|hi|hello)[，,\\s]{0,3})\\s{0,3}(?:请问(?:一下)?|想问(?:一下)?|问一下)?[，,\\s]{0,3}(?:(?:你们|你家|店里|咱们|咱家|贵司|这边|这里|这儿|酒店|现场)(?:这边|这里|店里|都|也)?)?';
const closing = '(?:服务)?(?:吗|嘛|么|没有|没|不)\\s*(?=[，。！？,!?；;\\n]|$)';
/** Begins what no thing is named by: a doing, a comparison, a person, a word of asking. */
const bound = '[的了着过我你他她它谁哪吗么没这那]|什么|怎么|多少|一点|可以';

/** Nothing but the asking; what is found so may be a property as well. */
const bare: readonly RegExp[] = [
  words(
    `${opening}(?:可以|能|能不能|可不可以|支持)(?:用|刷|使用)(?<object>(?:(?!${bound})[^，。！？,!?；;：:、\\n]){2,10}(?:支付|付款|付钱|结账|买单|付))${closing}`,
  ),
  words(`${opening}(?:支持|接受|提供)(?<object>(?:(?!${bound})[^，。！？,!?；;：:、\\n]){2,12}?)${closing}`),
  words(`${opening}(?:还)?有(?<object>(?:(?!${bound})[^，。！？,!?；;：:、\\n]){2,8}?)${closing}`),
];

/** In this order: what is said more exactly comes first. */
const chinese: readonly RegExp[] = [
  words(
    `(?:你们|你家|店里|咱们|咱家|贵司|这边|以后|后面|将来)?(?:有没有|有木有|有无)(?:卖|出|推出|提供|做)?${object}${endZh}`,
  ),
  words(
    `(?:你们|你家|店里|咱们|咱家|贵司|这边)?(?:卖不卖|卖没卖|做不做|出不出|提供不提供|支不支持|支持不支持)${object}${endZh}`,
  ),
  words(
    `(?:能不能|能否|可不可以|可否|可以|能)(?:帮我|给我|给|也|再|单独|直接)?(?:提供|增加|加上|加个|出个|出一?款|推出|上架|支持|开通|(?=租|定制|代))${object}${endZh}`,
  ),
  words(
    `(?:希望|建议|期待|想要|要是|如果)(?:你们|以后|店里)?(?:能|可以|会)?(?:提供|增加|加上|出个|出一?款|推出|上架|支持|开通|有)${object}${endZh}`,
  ),
  words(
    `(?:你们|你家|店里|咱们|咱家)(?:会|打算|准备|计划)?(?:卖|出|推出|上|做|提供|支持|有)${object}(?:吗|嘛|么|不)\\s*(?=[，。！？,!?；;\\n]|$)`,
  ),
  words(`(?:在哪|哪里|哪儿|怎么)(?:能|可以)?(?:买|租)(?:到|得到)?${object}${endZh}`),
  words(
    `(?:什么时候|何时|啥时候|几时)(?:能|会|可以)?(?:出(?![货库仓来现发问结])|卖|上架|推出|支持|开通)${object}${endZh}`,
  ),
  words(
    `(?:求购|求租|求上架|求出|(?:^|[，。！？,!?；;\\s])我?想(?:要)?(?:买|租))(?:一?个|一?款|一?台|一?辆|一?件)?${thing}${endZh}`,
  ),
  words(
    `(?:^|[，。！？,!?；;\\s])(?:请问)?有(?:卖|出租)${thing}的?(?:吗|嘛|么|不)\\s*(?=[，。！？,!?；;\\n]|$)`,
  ),
  words(
    `(?:^|[，。！？,!?；;\\s])(?:请问)?(?:你们)?有${thing}(?:可以)?(?:卖|买|租|出租)(?:吗|嘛|么|不|呢)\\s*(?=[，。！？,!?；;\\n]|$)`,
  ),
  words(
    `(?:^|[，。！？,!?；;\\s])(?:请问)?${thing}(?:有|还有)(?:得|地方)?(?:卖|买|租)(?:吗|嘛|么|不|呢)\\s*(?=[，。！？,!?；;\\n]|$)`,
  ),
  ...bare,
];

const objectEn = "(?<object>[a-z][a-z0-9 '-]{2,40}?)";
const endEn =
  '(?:\\s+(?:please|too|as well|at all|yet|soon|here|available|in stock))*\\s*(?=[.,!?;:\\n]|$|\\s(?:for|to|in|on|at|so|because|that|which|when|with)\\s)';
const english: readonly RegExp[] = [
  new RegExp(
    `\\bdo (?:you|u|they)(?: guys)? (?:have|sell|offer|stock|carry|provide|rent|support|accept|take|do) (?:any |a |an |the |some )?${objectEn}${endEn}`,
    'iu',
  ),
  new RegExp(
    `\\b(?:can|could) (?:i|you|we) (?:rent|order|buy|get|offer|add|provide|support) (?:me )?(?:any |a |an |the |some )?${objectEn}${endEn}`,
    'iu',
  ),
  new RegExp(
    `\\b(?:i wish|it would be (?:nice|great|good) if|please) (?:you |there )?(?:had|have|sold|offered|would (?:offer|sell|add)|add|were|was) (?:any |a |an |the |some )?${objectEn}${endEn}`,
    'iu',
  ),
  new RegExp(`\\b(?:is|are) there (?:any |a |an |the |some )?${objectEn}${endEn}`, 'iu'),
  new RegExp(`\\bwhere can i (?:buy|rent|find|get) (?:any |a |an |the |some )?${objectEn}${endEn}`, 'iu'),
  new RegExp(
    `\\b(?:will|are) you (?:be )?(?:selling|sell|offering|offer|bring(?:ing)? out|getting) (?:any |a |an |the |some )?${objectEn}${endEn}`,
    'iu',
  ),
];

/** What names no thing that could be offered: people, help, time, answers, the customer's own matter. */
const noThing =
  /^(?:人|人在|人工|客服|真人|什么|啥|问题|办法|方法|时间|空|其他|其它|别的|更多|一个|这个|那个|可能|消息|结果|回复|进展|记录|收到|发货|发出|到货|到|了|说明|规定|区别|影响|关系|必要|你|我|他|快点|快一点|优惠.*|什么优惠.*|活动|解释|退款|退货|换货|更新|note|any|one|anyone|anybody|someone|person|human|agent|way|ways|problem|issue|reason|update|news|difference|help|time|idea|me|it|my .*|a refund|refund|my order|information|info|this|that)$/iu;
/** What a thing has or a matter is like, not what could be had: 「有色差吗」「有现货吗」, and a kind that leans on a thing. */
const property =
  /^(?:.*(?:色差|异味|味道|噪音|声音|辐射|副作用|影响|区别|差别|效果|风险|危险|毒|害|瑕疵|问题|毛病|甲醛|静电|损坏|磨损|误差|延迟|优惠|折扣|活动|满减|现货|存货|库存|货|保障|保证|限制|要求|条件|必要|关系|资格|规定|时间|期限|依据|证据|消息|结果|进展|下文|动静|反应|推荐|建议|经验|名额|机会|希望|兴趣|空位|价值|好处|坏处|用处|前途|联系方式|感觉|.*人)|.{0,3}(?:色|码|号|寸|款|种|型|版|个|件|条|只|双|台|套|张|把|天|年|元|块)|大的?|小的?|新的?|便宜.*|别的|其他.*|其它.*|更.*|货|[a-z0-9]{1,4})$/iu;
const emptyLead =
  /^(?:的|一些|一下|个|一个|一款|款|那种|这种|哪种|什么样的|什么|那个|这个|比较|更|再|点|些|人)+/u;
const emptyTail = /(?:的|了|吗|嘛|么|呢|啊|呀|吧|卖|买|呗)+$/u;
const ownMatter = /我的|订单|快递|包裹|单号|密码|账号|\bmy\b|\byour\b/iu;

/**
 * What the message asks to have or to get, or null where it asks for nothing that could be offered. By the grammar of
 * asking (「有没有…」「能不能出…」「希望有…」, "do you sell …", "I wish you had …"); linear in the text, of which
 * the first 300 characters are read.
 */
export function wishIn(text: string, language: Language): Wish | null {
  const read = text.slice(0, 300).normalize('NFKC');
  for (const pattern of language === 'zh' ? [...chinese, ...english] : [...english, ...chinese]) {
    const found = pattern.exec(read)?.groups?.object;
    if (found === undefined) continue;
    const trimmed = found.trim().replace(emptyLead, '').replace(emptyTail, '').trim();
    if (trimmed.length < 2 || noThing.test(trimmed) || ownMatter.test(trimmed)) continue;
    if (bare.includes(pattern) && property.test(trimmed)) continue;
    return { object: trimmed, key: trimmed.toLowerCase().replace(/\s+/g, '') };
  }
  return null;
}
