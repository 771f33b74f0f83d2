import { isOfAnother, modelsAsked, modelsIn } from './models.ts';
import { quantitiesIn } from './quantities.ts';

/** Words that make a clause speak of a special case, by what they single out. */
const families: readonly RegExp[] = [
  /新疆|西藏|青海|内蒙古?|港澳台?|香港|澳门|台湾|海外|境外|国外|国际|偏远|江浙沪|北京|上海|广州|深圳|\b(?:canada|usa?|uk|europe|overseas|international|remote)\b/g,
  /黑金|白金|金卡|银卡|钻石|会员日|会员|vip|svip|学生|新人|新用户|新客|企业|\b(?:gold|silver|platinum|members?|students?|business customers?)\b/g,
  /春节|国庆|节假日|假期|双十一|双11|双十二|双12|618|大促|预售|周末|活动期间|\b(?:holidays?|weekends?|christmas|black friday)\b/g,
  /顺丰|加急|次日达|自提|同城|\b(?:express|overnight|next day|pick-?up)\b/g,
  /质量问题|无理由|人为|未拆封|拆封|拆开|吊牌|使用过|穿过|洗过|定制|赠品|\b(?:damaged|faulty|opened|unopened|worn|used|custom)\b/g,
  /首次|第一次|第二次|首单|线下|门店|电话|\b(?:in store|by phone)\b/g,
];
/** Kinds of things: two clauses that each name one must name the same. */
const things =
  /内衣|泳衣|鞋|袜|帐篷|睡袋|头灯|炉|锅|背包|食品|生鲜|大件|家具|手机|耳机|电脑|充气垫|折叠椅|换货|退货|退款|发票|维修|\b(?:tents?|stoves?|shoes?|underwear|bags?|jackets?|refunds?|returns?|exchanges?)\b/g;

const namedBy = (pattern: RegExp, text: string) => new Set(text.toLowerCase().match(pattern) ?? []);

/**
 * Whether two clauses speak of the same case: what one of them narrows itself to, the other names as well (for the
 * published clause also in its title), and no model or kind of thing differs.
 */
export function qualifiersFit(claim: string, clause: string, title: string): boolean {
  for (const family of families) {
    const inClaim = namedBy(family, claim);
    const inClause = namedBy(family, clause);
    const inTitle = namedBy(family, title);
    for (const name of inClaim) if (!inClause.has(name) && !inTitle.has(name)) return false;
    for (const name of inClause) if (!inClaim.has(name) && !inTitle.has(name)) return false;
    if (inClaim.size === 0) continue;
    for (const name of inTitle) if (!inClaim.has(name)) return false;
  }
  const asked = namedBy(things, claim);
  const about = namedBy(things, `${clause} ${title}`);
  if (asked.size > 0 && about.size > 0 && ![...asked].some((name) => about.has(name))) return false;
  // "within 2 hours" names no model.
  return !isOfAnother(
    modelsAsked(quantitiesIn(claim).rest),
    modelsIn(`${title}\n${quantitiesIn(clause).rest}`),
  );
}
