/**
 * Words that attack whoever reads them, with how surely they do, 0..1. Text as `readText` leaves it. Anger about a
 * matter – 骗子, 垃圾质量, scam – is none of them: an angry customer is not an abusive one.
 */
export const abuseWords: Readonly<Record<number, readonly string[]>> = {
  0.9: [
    '屌(?:你|尼|那)|[仆扑]街|冚家[铲鏟富]|含家[铲鏟]|瘪三|龟孙|憨批|脑瘫|草泥马|傻(?:逼|b|叉|x|缺|屌)|煞笔|沙雕客服|(?<![a-z])s ?b(?![a-z])|nmsl|(?<![a-z])cnm(?![a-z])|[操草艹曹日干肏](?:你|尼|拟)(?:妈|马|玛|大爷|祖宗|全家|娘)|去死(?!飞)|死全家|全家死|你(?:妈|全家|爸)(?:死|没教|的b)|尼玛|王八(?:蛋|羔子)|畜[生牲]|狗(?:东西|日的|杂种|娘养|腿子|逼)|杂种|婊子|贱(?:人|货|逼)|脑残|智障|弱智|低能|蠢(?:货|猪|驴|蛋)|人渣|败类|臭(?:傻|婊|不要脸)|不得好死|断子绝孙|你是(?:猪|狗)|猪脑|没(?:爹|妈|娘)养|有(?:爹|娘)生没',
    "fuck (?:you|off|u|your)|fck you|stfu|assholes?|bitch(?:es)?|cunts?|retard(?:s|ed)?|morons?|idiots?|imbeciles?|dumb(?:ass|asses)|pieces? of shit|go to hell|kill yourself|kys|bastards?|scumbags?|motherfuckers?|(?:you|u|you're|you are)(?: are| r)?(?: all)?(?: a| an| so| such)?(?: bunch of| load of| stupid| useless| dumb| worthless){1,2}(?: people| bot| agent| idiots| clowns| trash| animals| fools| pigs)?(?=$|[\\s.,!?])(?! the)",
  ],
  0.6: [
    '(?<!我)(?:脑子|脑袋|脑壳)里?(?:进水|进屎|有病|有坑|有泡|装的|装了|被驴|被门|让驴|让门|秀逗)|(?<!我)眼睛?(?:长(?:在)?(?:屁股|头顶|后脑)|瞎了吧|瞎吗)|良心(?:都|是不是)?(?:被|让|喂|给)(?:狗|了狗)|(?<!我|我这|我真)没脑子|(?:你|你们|这种人)[^,。!?]{0,8}(?:没(?:良心|人性|教养|家教)|缺(?:不缺)?德)|(?:养|找|换)(?:条|只|头)(?:狗|猪|猴)(?:都|也)|(?:连)?(?:狗|猪|畜生)(?:都)?不如|比(?:狗|猪)都不如|吃干饭|(?:你们?|这[帮群些]|一[帮群])[^,。]{0,4}(?:饭桶|草包)|窝囊废|(?:你们?|这[帮群些]|一[帮群])[^,。]{0,3}(?:吸血鬼|寄生虫)|(?:你|你们|就你|这种人)[^,。!?]{0,6}(?:也|不)配(?:当|做|叫|干|穿|拿)|(?:你|你们|他)[^,。!?]{0,3}算(?:老几|什么东西|哪根葱|个什么东西)|让(?:你|你们)(?:妈|爹|爸|娘|父母|家里人)[^,。]{0,4}教|你(?:妈|爹|爸|娘|父母|家里人?)(?:没|怎么|是怎么|有没有)[^,。]{0,3}(?:教|养)|小学(?:没|都没)毕业(?:吧|吗)|(?<!我是|我)文盲|(?:想|要|恨不得|信不信我?)[^,。]{0,3}(?:抽|扇|揍|弄死|打死|砍死|捅死|削)(?:你|你们)|出门(?:被|让)车撞|遭(?:天谴|雷劈)|天打雷劈',
    '(?:brain ?dead|brainless|pea ?brain(?:ed)?|get a brain|use your (?:tiny )?brain|cretins?|half-?wits?|nitwits?|dimwits?|numpt(?:y|ies)|pillocks?|plonkers?|tossers?|twats?|jackass(?:es)?|lowlifes?|subhuman)|(?:you|absolute|complete|total|utter|bunch of|pack of|load of|kind of a?n?) (?:\\w+ )?(?:clowns?|muppets?|donkeys?|parasites?|leeches|monkeys|fools|cowards?|rats|vermin|crooks|worms?)|your (?:mother|mom|mum|father|parents) (?:\\w+ )?(?:dropp?(?:ed)?|raised?|teach|taught|must be (?:ashamed|proud))|disgrace to (?:your|the human)|(?:monkey|chimp|parrot|toddler|goldfish|potato)s? (?:could|would|can) (?:do|answer|read|handle)|crawl back|hope you (?:all )?(?:get (?:fired|sacked|cancer|hit)|lose your jobs?|rot|die|choke|burn|suffer)|(?:rot|burn) in hell|worthless (?:worm|people|human|excuse|piece)|you (?:absolute|worthless|pathetic|brainless|filthy|miserable) (?:\\w+)|(?:are you|you are|you.re) (?:all )?(?:really |that |just |so )?(?:stupid|dumb|thick|illiterate|brain ?dead)|what kind of (?:an? )?(?:idiot|moron|muppet|clown|fool)|learn to read',
    '傻子|白痴|废物|不要脸|滚(?=$|[,.!。 ~]|蛋|开|出|吧|远|粗)|(?:懂|算|知道)个屁|放屁|吃屎|狗屎|老子|他娘的|(?:你们?|这帮|一帮|一群)(?:这种|这些|这群|就是|真是|都是)?(?:垃圾(?!质量|东西|服务|产品|商品|店|平台|快递|公司|货)|乡巴佬|蠢|傻|猪|狗|瞎|聋|有病|神经病|死人|废物|白吃饭)|神经病|有病吧|垃圾(?:东西|人|客服)|乡巴佬|瞎了(?:你|狗)',
    'shut (?:the (?:hell|fuck) )?up|dumb(?: bot| agent| people)|stupid (?:bot|agent|people|machine|cow|company)|screw you|you (?:suck|clowns?|liars?|morons?|animals?|pigs?)|piss off|drop dead|dickheads?|wankers?|losers?|scum',
  ],
  0.35: [
    '(?:他|特|tm|t)妈(?:的)?(?![妈咪爱])|(?<![我你他她妈咱爸姑姨舅])妈的|(?<![a-z])(?:tmd|mmp|wtf|md|nm)(?![a-z])|什么狗|卧槽|我靠|狗屁',
    'fuck(?:ing|ed|s)?|bullshit|shit(?:ty)?|damn you|bloody (?:idiots?|useless)|goddamn|crappy people',
  ],
};

/** The same words where they attack nobody, or only the one who says them. */
export const harmlessWords =
  /(?<![a-z])sb[- ]?\d|白痴(?:都|也)?(?:会|能|可以)(?:用|的)|白痴(?:式|机|操作)|傻(?:瓜|子)(?:都|也)?会|傻瓜(?:相机|式|机)|滚(?:筒|轮|动|烫|边|球|珠|针|梯|圈|落|刷)|打滚|翻滚|狗(?:粮|窝|绳|狗|零食|玩具|屋|牌)|屁(?:股|屁|垫)|死飞|杀虫|老子(?:道德经|集释|今注)|(?:我|自己|本人)(?:真|太|好|可|就|也|是个?|真是个?|这个){0,3}(?:傻|蠢|笨|猪|白痴|傻子|废物|脑残|智障)|(?:别|不要|请勿)(?:说|骂)(?:我|人)|(?:骂|说)我(?:是)?[^,。]{0,4}|idiot-? ?proof|for (?:dummies|idiots)|(?:i am|i'm|i was|feel like|me|myself)(?: such)?(?: a| an| so)? (?:complete |total )?(?:idiot|moron|stupid|dumb|loser)|(?:called|calling) me (?:an? )?[a-z]+|holy shit|the shit|killer (?:feature|app|deal)|stupid (?:question|mistake|of me)|useless (?:the|for me|now|without)/gu;
