/** Whole messages or sentences that carry no matter: greetings, thanks, waiting, asking for a person. */
const smallTalk: readonly RegExp[] = [
  /^(?:亲[，,~\s]*)?(?:你好|您好|哈喽|嗨|在吗|在么|在不在|有人吗|早上好|上午好|下午好|晚上好|hi|hello|hey|good (?:morning|afternoon|evening))(?:there|呀|啊|哦|呢|，|,|。|！|!|\s|～|~|亲|客服)*$/iu,
  /^(?:好的?|嗯+|哦+|行|可以|ok(?:ay)?|收到|明白了?|知道了?|对的?|是的?|没有了?|不用了?|没了|yes|no|sure|great|got it|i see)(?:呀|啊|的|哦|呢|，|,|。|！|!|\s|～|~|谢谢(?:你|您)?|thanks?(?: you)?)*$/iu,
  /^(?:好的?[，,\s]*)?(?:非常|太|多|十分)?(?:谢谢|感谢|多谢|谢了|辛苦了?|麻烦了?|thanks?|thank you)(?:您|你|们|了|啦|哦|啊|呀|的|帮助|支持|理解|so much|very much|a lot|for your (?:help|patience|understanding)|，|,|。|！|!|\s|～|~|亲)*$/iu,
  /^(?:再见|拜拜|bye|goodbye|祝您?.{0,20}|have a (?:nice|good|great).{0,20})[。！!.~～\s]*$/iu,
  /转人工|人工客服|找人工|^人工|真人|转接|(?:talk|speak) to (?:a |an )?(?:human|person|agent|someone|representative)|^(?:human|agent|representative)\b/iu,
];

const agentTalk: readonly RegExp[] = [
  /(?:请|麻烦|烦请)?(?:您)?(?:稍等|稍后|稍候|等一下|等我一下|稍微等)|正在(?:为您|帮您|给您)?(?:查|看|核实|处理|确认)|马上(?:为您|帮您|给您)(?:查|看|核实)|我(?:先)?(?:帮您|为您|给您)?(?:看一下|查一下|核实一下|确认一下)|我(?:先|来)?(?:帮|为|给)您(?:看看|查查|问问|问一?下)|\b(?:one moment|just a (?:moment|second|minute)|please hold|bear with me|let me (?:check|look|see)|hold on|give me a (?:moment|second|minute))\b/iu,
  /(?:很|非常)?高兴(?:为您|能为您)?服务|(?:工号|客服).{0,10}为您服务|有什么(?:可以|能)?帮(?:到|助)?您|还有(?:其他|别的|什么).{0,12}(?:吗|么|问题)|请问还有|欢迎(?:再次)?(?:光临|咨询|联系)|感谢您?的?(?:来电|咨询|耐心|理解|支持|等待|反馈)|(?:不客气|不用谢|应该的)|满意度|给个?(?:好评|五星)|\bhow (?:can|may) i help\b|\banything else\b|\byou(?:'re| are) welcome\b|\bmy pleasure\b|\bthank(?:s| you) for (?:your patience|waiting|contacting|reaching)\b|\bhappy to help\b|\b(?:my name is|this is) \w+ (?:from|speaking|here)\b/iu,
  /^(?:非常|实在|真的|很)?(?:抱歉|对不起|不好意思)[^，,。]{0,14}[。！!]?$|^(?:i'm |i am |we're |we are |so |very )*sorry (?:for|about|to hear)[^,.]{0,60}[.!]?$/iu,
  /^(?:非常|十分|实在|真的|很)?(?:抱歉|对不起|不好意思)[^。！!]{0,40}(?:体验|不便|麻烦|困扰|心情|感受|久等|见谅|谅解)[^。！!]{0,12}[。！!]?$|^我?(?:们)?(?:非常|十分|完全|很|都)?(?:理解|明白|体谅|体会)(?:到)?您的?(?:心情|感受|着急|不满)[^。！!]{0,12}[。！!]?$/u,
];

/** What was done for this customer only: of no use to the next one. */
const onlyThisCase =
  /已经?(?:经)?(?:帮|为|给|替)您|(?:帮|为|给|替)您(?:申请|登记|提交|操作|处理|催|改|取消|安排|补发|退)(?:了|好)|您的?(?:这个|这笔|这|那)?(?:订单|包裹|快递|退款|账号|账户)(?:已|现在|目前|显示|在|是)|查(?:到|了)(?:一下)?您|我这边(?:看到|显示|查到|已)|\bi(?:'ve| have) (?:just )?(?:refunded|cancelled|changed|updated|issued|sent|arranged|processed|applied|escalated|checked)\b|\byour (?:order|parcel|refund|account) (?:has|is|was|shows)\b|\bi can see (?:that )?your\b/iu;

/** Whether a message of either side only keeps the talk going. */
export function isSmallTalk(text: string): boolean {
  const read = text.trim();
  return !/[\p{L}\p{N}]/u.test(read) || (read.length < 40 && smallTalk.some((pattern) => pattern.test(read)));
}

/** Whether a sentence of an agent holds nothing of the solution: politeness, waiting, a question back. */
export function isAgentTalk(sentence: string): boolean {
  return (
    isSmallTalk(sentence) || /[?？]\s*$/.test(sentence) || agentTalk.some((pattern) => pattern.test(sentence))
  );
}

export function isOnlyThisCase(sentence: string): boolean {
  return onlyThisCase.test(sentence);
}

const internal =
  /[（(【[]\s?(?:内部|仅内部|备注|勿外传|internal)|^(?:内部|备注|note to self|internal)[:：]|勿(?:对外|外传)|(?:不要|别)(?:告诉|和|跟|对)(?:客户|别人|其他人|任何人|外人)|私下(?:里)?(?:给|帮|为|再)|内部(?:券|价|优惠|折扣)|下不为例|对客户(?:就)?说|@\S{1,12}\s|(?:转|升级|报)(?:给)?(?:技术部|二线|研发|主管|财务)|系统里(?:我)?(?:改|手动)|\b(?:internal only|don['’]t tell (?:the customer|anyone|anybody)|just this once|between us|escalat(?:e|ed|ing) (?:this|it|to))\b/i;

/** Whether a sentence of an agent is meant for colleagues, or was promised to this customer on the quiet. */
export function isInternal(sentence: string): boolean {
  return internal.test(sentence);
}
