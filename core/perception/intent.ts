import { matchesIn } from '../learning/matches-in.ts';
import { readText } from './read-text.ts';

/** What a message is about, as far as words tell; each may be the value of a rule's `intent` condition. */
export const matters = [
  'product',
  'logistics',
  'order',
  'returns',
  'warranty',
  'payment',
  'invoice',
  'promotion',
  'account',
] as const;

export type Matter = (typeof matters)[number];

const words: Readonly<Record<Matter, RegExp>> = {
  product:
    /尺[码寸]|多[重大高长宽]|重量|材质|面料|颜色|型号|规格|参数|功能|区别|哪[款个]好|推荐|适合|防水|保暖|续航|容量|有货|库存|现货|缺货|好用|怎么(?:用|洗|装|搭|充电|清洗|保养)|说明书|多少钱|价格|\b(?:size|sizing|weigh|weight|heavy|material|colou?rs?|model|specs?|features?|difference|recommend|waterproof|in stock|available|battery|capacity|how (?:do|to|can) i? ?(?:use|wash|clean|charge|set ?up)|how much (?:is|does|are)|price)\b/,
  logistics:
    /物流|快递|发货|配送|送货|包裹|运单|单号|到哪|签收|派送|自提|揽收|(?:什么时候|多久|几天)[^,。?]{0,4}(?:到|送|发)|包邮|运费|寄(?:到|往|出)|\b(?:ship|shipping|shipped|shipment|deliver|delivery|delivered|track|tracking|parcel|package|courier|where(?: i|')s my order|arrive|postage)\b/,
  order:
    /订单|下单|改地址|修改地址|取消(?:订单)?|催单|补发|漏发|错发|\b(?:my order|order number|cancel|change (?:the|my) address)\b/,
  returns:
    /退货|退款|退换|换货|退(?:了|掉|回)|无理由|换(?:个|一个|尺码|颜色)|退差价|\b(?:return|returns|refund|refunds|exchange|money back)\b/,
  warranty:
    /保修|质保|维修|修理|坏了|故障|质量问题|配件|\b(?:warranty|repair|broken|defect|defective|spare parts?)\b/,
  payment:
    /支付|付款|花呗|分期|微信付|支付宝|银行卡|扣款|刷卡|货到付款|\b(?:pay|payment|credit card|instal?lments?|charged|paypal)\b/,
  invoice: /发票|开票|抬头|税号|专票|\b(?:invoice|receipt|vat|tax number)\b/,
  promotion:
    /优惠|折扣|打折|满减|活动|红包|券|积分|赠品|保价|降价|\b(?:coupon|discount|promo|promotion|voucher|sale|points|price match)\b/,
  account:
    /账号|账户|帐号|密码|登录|登陆|注册|验证码|绑定|手机号|会员|注销|\b(?:account|password|log ?in|sign ?in|register|membership|verification code)\b/,
};

/** What a message is about; several at once, none if no word tells. Linear in the text. */
export function mattersOf(text: string): Matter[] {
  const read = readText(text);
  return matters.filter((matter) => words[matter].test(read));
}

/** The same with the words that tell it, as they are read. */
export function matterWordsOf(
  text: string,
): { readonly matter: Matter; readonly words: readonly string[] }[] {
  const read = readText(text);
  return mattersOf(text).map((matter) => ({
    matter,
    words: [...new Set([...matchesIn(read, new RegExp(words[matter], 'g'))].map(([found]) => found.trim()))],
  }));
}
