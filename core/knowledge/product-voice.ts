/** People and things of the house, of whom an agent tells the customer what they said. Not couriers, banks or makers. */
const insider =
  '(?:我们|咱们|我)?(?:的|这边的?|那边的?)?(?:同事|仓库|仓储|库房|技术|研发|工程师|主管|领导|经理|组长|店长|老板|老师傅|师傅|财务|产品|运营|采购|质检|物流|售后|总部|上级|法务|市场|后台|专员)(?:那边|这边)?(?:的?(?:同事|同学|人员|老师|经理|主管|团队|小组|部门|部|组|人))?(?:那边|这边|们)?';
const justNow = '(?:刚刚?|刚才|已经|特意|专门|又|再|也|都|今天|昨天)*';
/** 「说」 by itself tells what follows; what is also done for a customer does so only where it ends at a comma or at 「我」. */
const toMe = '(?:跟我|和我|给我|对我|向我)?';
const told = `(?:${toMe}(?:说|讲)(?![明法服辞究解])(?:了|的)?(?:是)?|${toMe}(?:表示|回复|反馈|告诉|告知|确认|回|答复|解释|交代|通知)(?:我们?(?:了|过)?(?:的|是|说)?|(?:了|过|的|是)*(?=[，,：:])))`;
const asked =
  '(?:去|来|帮您|替您|给您|为您)*(?:问|咨询|请教|请示|核实|确认|查|查看|了解|联系|看|试|打听|翻|对|沟通|比对)(?:了|过|到|完|好)+(?:一?下|一?遍|一?圈)?';
const comma = '[，,：:；;\\s]*';

const chinese: readonly string[] = [
  // 「我问了一下仓库，」「我刚帮您跟技术确认过了，」「我查了下系统，」
  `我(?:们|这边)?${justNow}(?:帮您|替您|给您|为您)?(?:(?:跟|和|向|找|去|让)${insider})?${asked}(?:${insider}|系统|资料|文档|规定|手册|记录)?(?:的|了)?[，,：:；;]\\s*`,
  `我(?:们|这边)?${justNow}(?:问|咨询|请教|请示)(?:了|过)?(?:一?下)?${insider}(?:了|过)?[，,：:；;]\\s*`,
  // 「同事说，」「仓库那边刚回复我：」「听技术说」「据仓库反馈，」「按主管的说法，」
  `(?:据|听|根据|按照?)?${insider}${justNow}${told}${comma}`,
  `(?:据|听|根据|按照?)${insider}(?:的)?(?:说法|反馈|回复|意思|解释)${comma}`,
];
/** Only behind another: who 「他们」 are was said there. */
const chained = `(?:他们?|她们?|那边|对方|人家|结果(?:是)?|${insider})${justNow}${told}${comma}|(?:结果|发现|得到的(?:答复|回复)|答复|回复)(?:是)?[，,：:]?\\s*`;

const leading = [
  new RegExp(`^(?:${chinese.join('|')})(?:${chained})*`, 'u'),
  /^(?:(?:so |ok(?:ay)?,? |well,? )?i(?:'ve| have)? (?:just |also |already )?(?:asked|checked with|spoke (?:to|with)|talked to|confirmed with|heard from|reached out to) (?:my |our |the |a )?(?:[a-z]+ ){0,2}?(?:colleagues?|team|warehouse|manager|supervisor|engineers?|technicians?|finance|logistics|headquarters|staff|back ?office|people)(?: team| department| people)?(?: and (?:they|he|she)(?: just)? (?:said|say|says|told me|confirmed|replied|answered)(?: that)?| and|:|,|;) ?(?:that )?)/iu,
  /^(?:(?:my |our |the |a )(?:[a-z]+ ){0,2}?(?:colleagues?|team|warehouse|manager|supervisor|engineers?|technicians?|finance|logistics|headquarters|back ?office)(?: team| department| people)?(?: just| have| has)? (?:said|say|says|told me|tells me|confirmed|confirms|replied|answered|informed me)(?: to me)?(?: that|:|,)? )/iu,
  /^(?:(?:according to|as per) (?:my |our |the |a )(?:[a-z]+ ){0,2}?(?:colleagues?|team|warehouse|manager|supervisor|engineers?|technicians?|finance|logistics|headquarters|back ?office)(?: team| department| people)?,? )/iu,
  /^i(?:'ve| have)? (?:just )?(?:checked|looked it up|looked into it|double-checked)(?: (?:the|our) (?:system|notes|docs|manual))?(?: and|:|,) /iu,
];

const trailing = [
  new RegExp(
    `[，,。（(]\\s*(?:(?:这是|是)?(?:我)?${justNow}(?:问|听|跟|和|向)?(?:过|了)?${insider}(?:说|讲|告诉我|确认|回复)(?:过|了)?(?:的)?|(?:这个?)?我${justNow}(?:问|跟|和|向)(?:过|了)?${insider}(?:确认|核实|问)?(?:过|了)*(?:的)?)[）)]?([。！!~～]?)$`,
    'u',
  ),
  /,? (?:so )?(?:my |our |the )(?:[a-z]+ ){0,2}?(?:colleagues?|team|warehouse|manager|supervisor|engineers?|technicians?) (?:said|says|told me|confirmed)(?: so)?(\.?)$/iu,
];

/** Only that somebody is or was asked, and nothing of what they said. */
const onlyAsking = [
  new RegExp(
    `^(?:好的?[，,])?我(?:们|这边)?${justNow}(?:先|现在|马上|这就|再)*(?:去|来|帮您|替您|给您|跟|和|向|找)*(?:${insider})?(?:问|咨询|请教|请示|核实|确认|沟通)(?:了|过)?(?:一?下)?(?:${insider})?(?:了|看看?)?[。！!~～]?$`,
    'u',
  ),
  new RegExp(
    `^(?:这个?|以上|刚才)?(?:都|也)?是?(?:我)?(?:听|问)?(?:了|过)?${insider}(?:说|讲|告诉我|教我)的[。！!~～]?$`,
    'u',
  ),
  /^(?:i(?:'ll| will| am going to|'m going to)|let me) (?:ask|check with|confirm with) (?:my |our |the |a )/iu,
];

/** What is not told to customers though it was true: how the house works behind the counter. */
const behindTheCounter = new RegExp(
  `我(?:们|这边)?${justNow}(?:跟|和|向|找|让)${insider}(?:申请|特批|争取|反映|提|报备|走流程)|(?:走|提|建)(?:了|个|一?个)?(?:内部)?(?:工单|审批|OA)|\\bi(?:'ve| have)? (?:just )?(?:raised|opened|filed|logged) (?:a|an) (?:internal )?(?:ticket|case)\\b`,
  'iu',
);

/**
 * What an agent told a customer, as the product says it to everybody: the statement stays, who in the house reported it
 * goes. Empty where nothing is stated: that somebody will be asked helps nobody.
 */
export function inProductVoice(sentence: string): string {
  const plain = sentence.trim();
  if (onlyAsking.some((pattern) => pattern.test(plain)) || behindTheCounter.test(plain)) return '';
  let said = plain;
  for (const pattern of trailing) said = said.replace(pattern, '$1');
  for (const pattern of leading) {
    const rest = said.replace(pattern, '');
    if (rest !== said) said = capitalised(rest.trim());
  }
  return /[\p{L}\p{N}]/u.test(said) ? said : '';
}

const capitalised = (text: string): string =>
  /^[a-z]/.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text;
