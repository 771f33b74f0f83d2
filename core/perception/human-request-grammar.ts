/**
 * How the concepts of `human-request-words.ts` make a wish for a person. A clause is a string of their letters; each
 * pattern has bounded gaps, so a clause is read in linear time.
 */
export interface Wish {
  readonly pattern: RegExp;
  /** What must stand before it in the clause. */
  readonly after?: RegExp;
  /** What its words must hold. */
  readonly only?: RegExp;
  /** Hours beside it do not make a question of it: 周末转人工. */
  readonly bearsTimes?: boolean;
  /** It is a refusal itself, of the machine. */
  readonly bearsRefusal?: boolean;
  /** 客服 alone may only call the reader by that name: then nothing else may be in the message. */
  readonly isName?: boolean;
}

/** What may follow a person who is meant: anything known, or nothing. An unknown noun makes an attribute of it: 人工费. */
const head = '(?=[^xf]|$)';
/** What surrounds a bare word: 麻烦人工谢谢. */
const before = '[pegalmuoR!]';
const behind = '[pegalmuok!FTW]';
/** Someone by a name or a form of address. */
const named = /[小老阿]\p{Script=Han}|[姐哥]$|女士|先生|美女|帅哥|妹子|伙子/u;
/** Who it takes to start a sentence that wishes. */
const wishing = /(?:^|[WMFpgmzo])x{0,2}$/;

const wish = (source: string, more: Omit<Wish, 'pattern'> = {}): Wish => ({
  pattern: new RegExp(source, 'g'),
  ...more,
});

export const wishes: readonly Wish[] = [
  wish('R', { bearsTimes: true }),
  // The wish stands last and unqualified, whatever came before: 没用 人工; 傻机器 人工
  wish('(?<![bAifLNk]|B[aeo]?g)HS?[pegk]*$', { only: /人(?!工的|的)/, after: /^[^bfLNrit]*$/ }),
  // escalate this; call me back
  wish(`U${head}`, { after: /(?:^|[pMWFgmeTAolcau])$/ }),
  // talk to a (claims) person
  wish(`K[mo]{0,2}A[aoug]{0,4}x?[HSPD]${head}`, { bearsTimes: true }),
  // 跟真人说; 想和客服说
  wish('[AFWcz][auomg]{0,4}H[gomaFAc]{0,4}K', { bearsTimes: true }),
  wish('[AFWcz][auomg]{0,4}(?:[xgaDG]{1,4}o)?[SPDhG][gomaFAc]{0,4}[Kc](?!l)', {
    after: wishing,
    bearsTimes: true,
  }),
  // On with whom one had before: 继续跟刚才那个客服聊, 让昨天的师傅给我回电, 还是找之前那个小李
  wish('[MWg][gmouM]{0,3}Ar[aoum]{0,4}(?:[HSDPh]|x{1,3})[gmeoT]{0,3}K(?=[egmp]*$)', { bearsRefusal: true }),
  wish('[zF]r[aoum]{0,4}[HSDPh](?=[egpF]*$|[goT]{0,3}(?:A?m[Kvc]|v[Fegmp]*$|U|cm|KA?m?))', {
    bearsRefusal: true,
  }),
  wish('[zF]r[aoum]{0,4}x{1,3}(?=[egpF]*$|[goT]{0,3}(?:A?m[Kvc]|v[Fegmp]*$|U|cm|KA?m?))', {
    only: named,
    bearsRefusal: true,
  }),
  wish('Wr[FvoamcK]{0,5}[HS](?=[egp]*$|[go]{0,2}v)', { bearsRefusal: true }),
  wish('Wr[FvoamcK]{0,6}x{1,3}(?=[go]{0,2}v)', { only: named, bearsRefusal: true }),
  // transfer me to an agent; connect me with somebody
  wish(`T[mgapuAoevFlc]{0,6}(?:H|S|[oA]D)${head}`, { bearsTimes: true }),
  wish(`Tm[aAo]{1,4}P${head}`),
  wish(`Ta?u?h(?=[epglL]*$)|[TcF]u?GS?(?=[pegl]*$)`),
  wish(`T[mgapuAoG]{0,4}x{0,4}[mgapuAoG]{0,4}[HS]${head}`),
  wish('T!$'),
  wish('^[ogxep]{0,4}T[goelx]*$', {
    only: /^(?:先|那就|就|直接|赶紧|快|废什么话|别废话|少废话)?转(?:再说|就完了|就是了|啊|吧|了)*$/,
  }),
  // 之前跟我聊的那位在吗; 能接回刚才那位吗
  wish('rAmKo[aHSh]{1,2}e', { only: /(?:在吗|在不在|在么|呢)$/, bearsRefusal: true }),
  wish('Tv?r[aou]{0,3}[SHP]?e*$', { only: /那位|那个/, bearsRefusal: true }),
  wish('^[pgoul]*T[pgel]*$', {
    only: /^(?:[^转接]*(?:转|转接|接通|接线)(?:[吧啊呀呗了]|谢谢)*|.*transfer.*)$/,
  }),
  wish(`K[mo]{0,2}A[aoug]{0,3}x{0,2}G${head}`),
  wish('(?:[TK]m?[oA]{0,2}|Fm|cu?)[uo]?a{1,2}$', {
    only: /(?:support|service|billing|sales|claims|tech|售后)$/,
  }),
  wish('^[pgao]*x?G[pge]*$', { only: /team|department|dept/ }),
  wish(`KAd[xa]{0,2}S${head}`, { only: /account|case|relationship/ }),
  wish(`[WMFp]m?K[aoug]{0,3}[HS]D?${head}`),
  // get me a human; 我要人工; 找客服
  wish(`[FCWcz][amugpAoFWbc]{0,6}(?:H|S)${head}`),
  // 叫上次那个客服; 找能解决的人来; put a person on
  wish(`[FWcT][aouMmAcF]{0,4}r[aouMmA]{0,4}[HS]${head}`, { only: /^[^过已]*$/ }),
  wish('[FCcW][au]{0,2}M[xvKF]{0,5}oh(?!x)'),
  wish('[TF]a{0,2}[PHS]o[gpk]*$', { only: /(?:on|out|in|on the line|on the other end)$/ }),
  wish('[MFW]a{0,2}D[aoug]{0,2}[KvcF](?=[meglp]*$)'),
  wish('(?:E[au]{0,2}|^[pug]*)D[MgF]{0,2}v', { only: /^(?!.*怎么不)/ }),
  wish('[MWFpg]E[a]{0,2}[SHPh][oA]{0,2}[vcK](?!l)'),
  wish('[FAc][au]{0,3}D(?:[gAomFc]{0,4}[Kc]|[Fe][gme]*$)'),
  // 找个人吧; send somebody to talk to me
  wish('[FW][mapugoA]{0,5}P(?=L|[gpelkno]*$|[AowFmMga]{0,5}[KvFcU]|m?[AFc]m|[wo]M)'),
  wish('[FW][mapug]{0,5}h(?=[gpelk]*$|[AFmMga]{0,5}(?:[KvcU]|F(?!x))|m?[AFc]m)'),
  wish('z[auG]{0,3}[hSH](?=[gomAFc]{0,4}[KvFcU])'),
  wish('z[auGox]{0,4}[SH](?=[goTm]{0,4}AmK[egp]*$)'),
  wish('z[au]{0,3}D(?=[gomAFc]{0,4}[Kc]|v[eglp]*$)'),
  // 让能处理的来; 叫他出来
  wish('[zFC]a{0,2}x?M[vKc]{1,3}o(?=[Fegp]*$)'),
  wish('^z[u]?[Fe]+[egp]*$', { only: /^(?:让|叫)(?:他|她)/ }),
  wish('^[pg]*zu[FAmo]{0,3}[vcUK]', { only: /(?:联系我|打给我|回我|[跟和给]我[说讲谈回打])/ }),
  wish('E[au]{0,2}h[vcU]m?e*$', { only: /(?:联系|回复?|打给|理|打电话给)我/, bearsTimes: true }),
  // 真人什么时候才来: who has waited for one does not ask about hours
  wish('H[oM]?t[oM]{0,3}[TFvKa]', {
    only: /什么时候(?:才|能|会|可以)+(?:来|接|接通|上线|理|回)/,
    bearsTimes: true,
  }),
  wish('p[xmFo]{0,2}v$', { only: /(?:回电|来电|致电)$/ }),
  wish('Fma?[SH]x{0,2}AK'),
  wish('^[pgu]*[HS]L(?=e)|ujh(?=e*$)'),
  wish('oS(?=v[egp]*$)', { only: /^把/ }),
  wish('^[pg]*Fu?x{1,3}e$', { only: /^(?:叫|喊)(?:你们?)?.{1,4}出来$/ }),
  wish('FmaP(?=w)|FP(?=wo$)|FmP(?=w)|T[moA]{1,4}P(?=w)'),
  wish('C[au]{0,3}h(?=[gpelk]*$|[AowFmMgc]{0,4}[KvFAcU])', { after: /^[muMpogFWae!BZcz]{0,20}$/ }),
  wish('[FCc]a?M[xvoa]{1,5}oF$'),
  wish('[FCcz]a?[Ma]x{0,4}oh'),
  wish('v[xG]{1,3}oh(?=[eFg])', { only: /^(?:负责|管)/ }),
  wish('p[auG]{0,2}S{1,2}(?=[vKcF])'),
  // can somebody call me; somebody has to speak to me
  wish('(?:[MFWz]a{0,2}[PHSDh]|ba{0,2}P|^[apg]{0,3}P)[oamwMWAFugpcS]{0,6}(?:[vc](?=[mogAepl]|$)|U)'),
  wish('P.{0,6}KAm'),
  wish('(?:^|[MWpgm])H[vc](?=[megloupkW]*$)'),
  wish('[FW][mapug]{0,5}h(?=e[mu])'),
  wish('c[au]{1,2}P(?=[gpe]*$)'),
  wish('[WF]a{0,2}P.{0,6}AK(?:A|$)'),
  // Whether anybody is there at all: 有没有人上班; is support online; nobody answers
  wish('[Ej][au]{0,3}[hH](?=Oe*$)', { bearsTimes: true, after: /^[^xt]*$/ }),
  wish('j[au]{0,2}h(?=[vK]|[agl]*e)|tEa{0,2}h(?=v)', { bearsTimes: true }),
  wish('Ea?h(?=e[mg])', { after: /^[^x]*$/ }),
  wish('^[gpe]*J[ba]{0,2}v[mo]?[mgepk]*$|^[gpe]*b?J[ug]*g[gpe]*$'),
  wish('^[pg]*a{1,2}p+$|^a{1,2}$', {
    only: /^(?:please )?(?:(?:tech|technical|customer|live) )?(?:support|billing|claims|sales)(?:$| p)/,
  }),
  wish('(?:ba{1,2}|P[oa]{1,3})g[gpe]*$', { only: /support|service|billing|sales|any|some/ }),
  wish('^ba{0,2}[SP]o$', { only: /on$/ }),
  wish('^E?(?:N|no)?[ab]{0,2}[PHS]ga?(?:u|$)|EN.?g', { only: /people|one|body|staff|human/ }),
  wish(`e+b?a?[HSP]${head}`, { only: /^where/ }),
  wish('(?:^|[Wpgu])a?[HS]e'),
  wish('^[pgu]*a?[HS]Ee*$'),
  wish('E[augo]{0,3}(?:HS?|S)(?=e[FWgm])|gr[ao]{0,2}H$'),
  wish('^[pgou]*y[me]*$', { only: /没人|没有人/ }),
  wish('[SH]b?a?Z'),
  wish('S.{0,8}[WF]A[mu]K'),
  wish('[HS]M[xTFcv][xag]{0,2}e*$', { only: /(?:怎么|咋|如何)(?:打|接|转|联系|找|进|呼|叫|按)/ }),
  wish('T.{0,4}HM'),
  wish('^[pgu]*Gh?e', { only: /在吗|在么|在不在|呢$/ }),
  wish('[MW]cuo?h?[eg]*$', { only: /你们|您们/ }),
  wish('Mmca{0,2}P(?=[gpk]*$)'),
  wish('^[pg]*K[HS][pg]*$|ja{0,2}Ho'),
  wish('toEo?H$', { bearsTimes: true }),
  // 有没有活人; is anyone real here
  wish('E[augo]{0,4}HS?(?:[agloe]{0,4}$|[amw]{0,3}M[mogFAc]{0,3}[KvF])'),
  // 有客服吗; not what a camp or a membership has: 金卡有专属客服吗
  wish('E[augo]{0,4}S(?:[agloe]{0,4}$|[amw]{0,3}M[mogFAc]{0,3}[KvF])', { after: /^[^x]*$/ }),
  wish('E[au]{0,3}Pw?M'),
  wish('j[augo]{0,4}(?:HS?|S)[aglo]{0,4}e+$'),
  wish('Mo?j[au]{0,3}(?:H|h(?=[vTKe]|$))'),
  wish('[Ej][aMKou]{0,5}[Ph][ag]*e+$'),
  wish('E[aMKo]{0,5}[Ph][ag]*$', { after: /^[^x]{0,20}$/ }),
  wish('E[au]{0,3}P[ag]*a?m?M[mA]{0,2}[KvAc]|E[au]{0,3}P[ag]*g$'),
  wish('E[aMKo]{0,5}h(?=M[mA]{0,2}[vKcF]|v(?:[olegm]|$))', { after: /^[^x]{0,20}$/ }),
  wish('(?:^|[bEopm])a{0,2}[PHS]a{0,2}g[geo]*(?:$|m?M?m?[KvAc])', {
    only: /^(?!是)(?!.*(?:你好|您好|亲|hello|hi|hey)$)/,
  }),
  wish('WEa{0,2}h|jH!'),
  wish('[HS]Mc$'),
  // 让快递员给我打电话, 请法务联系我: whoever it is, they are to reach the contact
  wish('[zFpc]u?[xDG]{1,6}(?:oh|o)?(?:cm|U|F?m?A?v$)', { only: /我|me|回|电|听/ }),
  // 我要跟校长说; can I talk to the driver
  wish('[WF]Ax{1,3}[gm]{0,2}Ke{0,2}$'),
  wish('[WMF][mA]{0,2}KAa{1,2}[xG](?=[^x]|$)'),
  wish('Fu[xDG]{1,3}(?=[Fegpl]{0,3}$)', { only: /[员长师总管]$/ }),
  wish('[FWc]a?x{1,2}[SD](?=K|c|U)'),
  wish('U[dx]{0,2}Aa{0,2}[PHS]'),
  // transfer me
  wish('^[pegMuWl]*Tm[pgek]*$|^p+T[pg]*$', { only: /[a-z]/ }),
  // no more bots; 别再给我机器人
  wish('N[ioFmAaWKgvMpuTcz]{0,7}B(?=[^x]|$)', { bearsTimes: true, bearsRefusal: true }),
  wish('A?[au]{0,3}BM?Z|Z[au]{0,3}B|Aa?BK?Z', { bearsTimes: true, bearsRefusal: true }),
  wish('^[Lua]*LaB[pg]*$|^[Lua]*LB[pg]*$', { bearsRefusal: true }),
  wish('(?<!M)A[ua]{0,3}BK[xo]{0,2}[ZyEe]|A[ua]{0,3}BK[gx]{0,2}(?:Z|y)', { bearsRefusal: true }),
  wish('M[mogaxvKcp]{1,6}A?a{0,2}B[gpe]*$', { only: /can'?t|cannot|couldn't|不了/, bearsRefusal: true }),
  wish('LBM[vx]', { bearsRefusal: true }),
  wish('B[auog]{0,2}y(?=[mo]|$)', { only: /解决不了|没解决|没有?用/, bearsRefusal: true }),
  wish('^[gu]*m?LKAa{0,2}B', { bearsRefusal: true }),
  // 我不跟你说了; 把我从机器人那里转出去; 让我离开机器人
  wish('Nu[g]?K(?=[legp]*$)', { only: /[跟和同与](?:你|您)(?:们)?[说讲谈]/, bearsRefusal: true }),
  wish('m[xo]{1,3}[au]{0,2}B[auog]{0,3}T', { bearsRefusal: true }),
  wish('BM[vc]', { only: /can'?t|cannot/, bearsRefusal: true }),
  wish('[EQM]b?E?N[a]{0,2}[HS]', { bearsRefusal: true }),
  // 能人工吗; 人工怎么还不来: nothing unknown beside it, and no copula before it
  wish('(?<=^|[WMpgelaomuFCcR!H])HS?(?=[pegalkumv!TFcH]|[MW](?![xf])|$)', {
    only: /人(?!工的|的)/,
    after: /^[^bB]*$/,
  }),
  wish('(?<=[MWFpg])HK'),
  // A bare word: 人工！ agent please
  wish(`^${before}*H${behind}*(?:[HS]P?${behind}*)*$`),
  wish(`^${before}*S[HSP]*${behind}*(?:[HS]P?${behind}*)*$`, { isName: true }),
  wish('^[uagp]*ho?(?=e+$|Fv?$)|^[pag]*P[pgk]*$|^[pag]*Px?p+$'),
  wish('(?:H|S)p+$'),
  // 给个真人; to a human
  wish('Aa{0,3}[HS](?=[mgpelk]*$)', { after: /(?:^|[mMupgW])$/ }),
  // looked at by a person; 打电话跟我说
  wish('(?<=[vgo])qa{0,3}[HP](?=[^x]|$)', { only: /human|person|people|人|staff|eyes/ }),
  wish('vA[mu]K', { after: /(?:^|[WMpgm])$/ }),
  // I said agent; who do I call
  wish(`Y[ag]{0,3}(?:[HS]${head}|P(?=L|[pge]*$))`),
  wish('w[oM]{0,2}m?[og]{0,3}[Kvc]'),
];

/** Refused before (不用转人工, no need for a human) or after (人工就不用了). */
export function isRefused(concepts: string, start: number, end: number): boolean {
  const head = concepts.slice(Math.max(0, start - 12), start);
  const tail = concepts.slice(end, end + 40);
  if (/^[gole]{0,2}(?:n|N[el]*$)/.test(tail)) return true;
  const refusal = /([NL])([TFCWKAamgpuoMvYcz]{0,6})$/.exec(
    head + concepts.slice(start, end).replace(/[HSDPRhU].*$/, ''),
  );
  if (!refusal) return false;
  const isAsked = /[MQ]$/.test(head.slice(0, refusal.index));
  return !isAsked && !tail.includes('!');
}

/** Of an earlier call, or in the mouth of somebody else: 上次转人工, 护士说找客服, 找客服也不理. */
export function isReported(concepts: string, start: number, end: number): boolean {
  const head = concepts.slice(Math.max(0, start - 40), start);
  const tail = concepts.slice(end, end + 3);
  // 人工回复我了, 快递员联系我了: it has happened.
  if (/^[HS][uog]{0,3}v{1,2}l$/.test(concepts)) return true;
  if (/^D[MFo]?(?:v|cm?|U)$/.test(concepts.slice(start, end)) && /^le*$/.test(concepts.slice(end)))
    return true;
  const isAttempt = /[FcA].*S$/.test(concepts.slice(start, end)) && /^[oMl]*y/.test(tail);
  if (
    /KA[mu]$/.test(head) ||
    (/^[HS]{1,2}$/.test(concepts.slice(start, end)) &&
      /^[uao]{1,2}K[xMrlW]/.test(concepts.slice(end, end + 5)))
  )
    return true;
  return (
    /r[^Ml]*$|r[^M]*[TFc]l$/.test(head) || /^[lu]{0,2}r/.test(tail) || /[xDSP]K$/.test(head) || isAttempt
  );
}

/** A question about hours. */
export function isTimed(concepts: string): boolean {
  return /[tO]/.test(concepts);
}

/** Talk of the service as something to set up and to count: 怎么设置转人工. */
export function isAdministered(concepts: string): boolean {
  return concepts.includes('V');
}

/** Politeness, greetings and urgency: all that a message may hold beside the name it calls for. */
export function isLight(concepts: string): boolean {
  return /^[pegalmukFESHhMo!c]*$/.test(concepts);
}
