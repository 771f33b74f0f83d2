import { ironicSigns } from './emotion-signs.ts';

const count = '(?:\\d{1,3}|[一二两三四五六七八九十几好多半]{1,3})';
const several = '(?:[2-9]|\\d{2,3}|[两二三四五六七八九十几好多]{1,3})';

/** What a customer holds against the shop, told as a fact: waiting, asking again, broken again, not as promised. */
const grievances: readonly RegExp[] = [
  new RegExp(
    `${count}(?:个|多)?(?:天|周|星期|礼拜|月|小时)(?:多|了|过去了){0,2}[^。!?]{0,6}(?:没|不见|不动|不发|不到|不回|不退)`,
    'u',
  ),
  new RegExp(
    `(?:换|退|等|修|拖|走|说|问|打|填|催|发|讲|联系|解释)[了过]?[^。,!?]{0,4}?${several}(?:遍|次|个电话|回)(?:了|电话)?|(?:换|退|修|拖|等)了[^。,!?]{0,4}?(?:半个?|${several}个?)(?:多)?(?:月|星期|周|天)|能走[^。,!?]{0,3}天`,
    'u',
  ),
  /第[二三四五六七八九十\d]{1,2}[次遍]了|最后(?:一次|再)(?:问|说)|又(?:发|送|寄|弄|搞|开|算)错|又(?:坏|错|漏|破|断|是(?:你|自动|这|机器))|(?:打不通|没人(?:看|接|理|回|管|来))|说好的|(?:结果|收了钱)[^。!?]{0,8}(?:没|不)|(?:每次都|老是|总是)(?:说|让|这)|一会儿?说.{1,12}一会儿?说|还(?:没|不)(?:发|退|到|给|回|处理|解决)|穿一次就|用(?:了)?一(?:次|天)就|明明是你们|白(?:白|等|跑|请)|要我(?:自己|打)|(?:都)?给?删了|次日达|坏的(?:寄|发)|(?:发|寄|送|来)了?(?:个|件|一个|一件)?(?:坏|破|错|空)(?:的|箱|盒|包)|(?:拉|洗|戴|开|按|坐|背)一(?:次|下)就|连个?(?:影|响|人影|回音|说法)|(?:都|才)(?:过完|结束|走)了?才|(?:钱|货|订单|包裹)(?:就|也)?(?:都)?(?:没了|不见了|丢了|飞了)|(?:送|走|等|拖)(?:了)?(?:半|几|好几|二十|三十|\d{2})[个]?(?:天|月|年)|把别人的|装死|推来推去|踢来踢去|又是(?:这|那)(?:一?套|句|些)|爬(?:都|也)/u,
  // What it did to people and things.
  /(?:把|给)(?:我们?|孩子|全家|家人|老人|宝宝)[^,。!?]{0,6}(?:淋|冻|烫|吓|害|弄湿|摔)|害(?:得)?(?:我|孩子|全家|一家)|(?:扔|丢|放)(?:在|到)(?:雨|泥|水|垃圾|大街|马路|楼下垃圾)/u,
  /(?:里面|东西|衣服|睡袋|全|都)(?:都|全)?(?:湿|淋湿|湿透|碎|摔碎|泡|洒|漏|毁|烂)(?:光|完|透)?了|(?:孩子|老人|宝宝|全家)(?:都|也|全)(?:感冒|发烧|病|着凉|冻)/u,
  /\b(?:(?:second|third|fourth|fifth|2nd|3rd|4th|5th) time|(?:twice|three times|four times|again and again)|another week|(?:two|three|four|five|six|\d+) (?:weeks|days|months)(?=[^a-z]|$)|(?:nobody|no one) (?:answers?|answering|replies|replied|reads|cares|helps|helped)|still (?:waiting|broken|nothing|no |not |hasn't|haven't)|lost my|(?:is|was|arrived|are) (?:also )?broken(?: too| again)?|broken too|(?:broken|failed|lost|late|wrong|leaking) again|never (?:arrived|came|answered|replied|got)|you promised|without fixing|ignore me|hung up|close[d]? my|charged? me twice|took a day off|(?:wrong|empty|incorrect) (?:size|item|colou?r|order|box|product|model|one)|(?:torn|cracked|dented|defective|faulty|smashed|crushed|soaked)|(?:left|leaves|dumped|threw)(?: \w+){0,4} (?:in the rain|outside|in the street)|(?:is|are) (?:all )?gone(?: as well| too| again| now)?|(?:another|yet another) (?:delay|excuse|apology|form|broken|damaged|wrong|late|missing|failed|faulty))\b/,
];

/** Praise as it is used to mean the opposite. */
const praise =
  /真棒|真好(?!看|用|吃|喝)|可真(?:行|好|棒|快|会|有)|真行|真会(?:做生意|办事|玩|服务)|真有你们?的|真(?:到位|贴心|负责|专业|敬业|感人|及时|周到|高效|牛)|太(?:贴心|负责|专业|敬业|感人|及时|周到)了|不愧是|好家伙|可以可以|谢谢啊|佩服|长见识|开眼|活久见|了不起|恭喜你?们?|真有意思|真厉害|厉害了|厉害厉害|这效率|好一个|(?:太|真)快了|谢谢(?:你们|您|你)[啊哦呢]|感谢你们[啊哦]|[“"「](?:优质|一流|贴心|专业|极速)[^”"」]{0,6}[”"」]|^(?:oh |wow,? )?(?:great|top marks|bravo|congratulations|congrats|nice one|well played|just (?:great|perfect|lovely)|how (?:kind|nice|lovely|thoughtful) of you|love (?:how|it when)|fantastic|wonderful|brilliant|lovely|amazing|nice)\b|\b(?:great|fantastic|wonderful|brilliant|lovely|amazing|awesome|nice) (?:service|job|work|one)\b|\bthank you so much for (?:nothing|wasting|ignoring|losing)|\?\s*nice\b|👍|👏/u;

/** 到货慢但客服真好 gives praise and blame; between the two stands a but. */
const isBalanced = /但(?:是)?|不过|可是|虽然|\b(?:but|however|although|though)\b/u;

export interface Grievance {
  /** The words that tell it. */
  readonly words: readonly string[];
  /** The praise that is not meant, if there is one. */
  readonly irony: string | null;
}

/** What a text as `readText` leaves it holds against the shop; `null` where nothing is. */
export function grievanceOf(read: string): Grievance | null {
  const words = grievances.flatMap((pattern) => pattern.exec(read)?.[0].trim() ?? []);
  const sign = ironicSigns.exec(read)?.[0];
  const praised = praise.exec(read)?.[0].trim();
  const irony = words.length === 0 || isBalanced.test(read) ? null : (praised ?? sign ?? null);
  return words.length > 0 ? { words, irony } : null;
}
