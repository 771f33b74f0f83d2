import { head, type Wish, wish } from './human-request-wish.ts';

/** Somebody is to call, to come or to look: have an agent call me, 让法务联系我, 派个人来看看. */
export const wishesToBeReached: readonly Wish[] = [
  // escalate this; call me back
  wish(`U${head}`, { after: /(?:^|[pMWFgmeTAolcau])$/ }),
  wish('[MFW]a{0,2}D[aoug]{0,2}[KvcF](?=[meglp]*$)'),
  wish('(?:E[au]{0,2}|^[pug]*)D[MgF]{0,2}v', { only: /^(?!.*怎么不)/ }),
  wish('[MWFpg]E[a]{0,2}[SHPh][oA]{0,2}[vcK](?!l)'),
  wish('z[auG]{0,3}[hSH](?=[gomAFc]{0,4}[KvFcU])'),
  wish('z[auGox]{0,4}[SH](?=[goTm]{0,4}AmK[egp]*$)'),
  wish('z[au]{0,3}D(?=[gomAFc]{0,4}[Kc]|v[eglp]*$)'),
  // 让能处理的来; 叫他出来
  wish('[zFC]a{0,2}x?M[vKc]{1,3}o(?=[Fegp]*$)'),
  wish('^z[u]?[Fe]+[egp]*$', { only: /^(?:让|叫)(?:他|她)/ }),
  wish('^[pg]*zu[FAmo]{0,3}[vcUK]', { only: /(?:联系我|打给我|回我|[跟和给]我[说讲谈回打])/ }),
  wish('E[au]{0,2}h[vcU]m?e*$', { only: /(?:联系|回复?|打给|理|打电话给)我/, bearsTimes: true }),
  wish('p[xmFo]{0,2}v$', { only: /(?:回电|来电|致电)$/ }),
  wish('oS(?=v[egp]*$)', { only: /^把/ }),
  wish('v[xG]{1,3}oh(?=[eFg])', { only: /^(?:负责|管)/ }),
  wish('p[auG]{0,2}S{1,2}(?=[vKcF])'),
  // can somebody call me; somebody has to speak to me
  wish('(?:[MFWz]a{0,2}[PHSDh]|ba{0,2}P|^[apg]{0,3}P)[oamwMWAFugpcS]{0,6}(?:[vc](?=[mogAepl]|$)|U)'),
  wish('P.{0,6}KAm'),
  wish('(?:^|[MWpgm])H[vc](?=[megloupkW]*$)'),
  wish('c[au]{1,2}P(?=[gpe]*$)'),
  wish('S.{0,8}[WF]A[mu]K'),
  wish('[HS]Mc$'),
  // 让快递员给我打电话, 请法务联系我: whoever it is, they are to reach the contact
  wish('[zFpc]u?[xDG]{1,6}(?:oh|o)?(?:cm|U|F?m?A?v$)', { only: /我|me|回|电|听/ }),
  wish('[FWc]a?x{1,2}[SD](?=K|c|U)'),
  wish('U[dx]{0,2}Aa{0,2}[PHS]'),
  // looked at by a person; 打电话跟我说
  wish('(?<=[vgo])qa{0,3}[HP](?=[^x]|$)', { only: /human|person|people|人|staff|eyes/ }),
  wish('vA[mu]K', { after: /(?:^|[WMpgm])$/ }),
];
