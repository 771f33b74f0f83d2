import type { Emotion } from '../terms/perception.ts';

export type Feeling = Exclude<Emotion, 'neutral'>;

/** Words of customers by feeling, with how strongly each speaks, 0..1. Text as `readText` leaves it. */
export const emotionWords: Readonly<Record<Feeling, Readonly<Record<number, string>>>> = {
  angry: {
    0.9: '骗子公司 黑心 无耻 scammers',
    0.7: '气死 气愤 气坏 火冒三丈 当我傻 耍猴 上当 被坑 被骗 谢谢你全家 谢你全家 感谢你全家 问候你全家 骗子 欺诈 骗人 欺骗 忽悠 垃圾 投诉 举报 曝光 12315 消协 维权 起诉 律师 愤怒 火大 太过分 过分 恶心 坑人 流氓 诈骗 假货 霸王条款 忍无可忍 furious scam outrageous fraud disgusting lawsuit lawyer sue_you suing unacceptable ridiculous liar liars pathetic chargeback appalling disgrace disgraceful how_dare infuriating infuriated outraged livid enraged seething pissed pissed_off swindled cheated ripped_off rip-off con_artists 欺人太甚 岂有此理 怒了 暴怒 愤慨 恼火 冒火 无良 奸商 黑店 诈骗犯 骗钱 坑钱 宰客',
    0.5: "烦死 好烦 真烦 太烦 很烦 烦透 烦躁 心烦 不耐烦 没耐心 闹心 抓狂 忍不了 不爽 醉了 无语死 耍人 坑我 坑死 坑货 有毛病 破玩意 破东西 辣鸡 拉胯 拉垮 离大谱 真的会谢 我会谢 浪费我时间 浪费我的时间 八百遍 一百遍 几百遍 没诚意 有点诚意 当猴 再也不买 再也不会买 再也不来 拉黑 不可理喻 黄花菜 真服气 什么破 什么玩意 什么东西 生气 差劲 太差 差评 坑爹 糊弄 敷衍 推卸 踢皮球 受够 无语 服了 离谱 不负责任 不负责 搞什么 什么态度 什么服务态度 凭什么 烂透 太烂 真烂 可恶 耍我 玩我 气人 气得 气炸 骗我 逗我 搞笑呢 好意思卖 好意思说 摆设 忍你们 忍很久 也太差 看不清楚 听不懂 angry terrible awful horrible worst useless rubbish garbage crap hate lied_to lied rude trash unprofessional wtf annoyed annoying frustrated frustrating fed_up sick_of complaint complain a_joke incompetence incompetent slow_clap thanks_for_nothing unbelievable stop_sending nobody_answers nobody_reads nobody_cares don't_care_about",
    0.35: '很不满 非常不满 失望透顶 没用的 答非所问 听不懂人话 废话 还没解决 到底 三番五次 一拖再拖 拖了 没人管 不理人 没人理 怎么又 不要自动回复 又是自动回复 不想再听 disappointed_with_your unhappy nonsense still_waiting still_not poor_service waste_of_time not_good_enough excuses ignore_me ignoring_me ignored hung_up_on',
  },
  anxious: {
    0.6: '急死 着急 很急 急用 急急 十万火急 紧急 救命 等不及 来不及 赶不上 吓死 被盗 urgent urgently emergency asap desperate panicking panic terrified frightened life_or_death 十分紧急 火急 十分着急',
    0.45: '会不会是骗子 不会是骗子吧 不会是骗人的吧 怕是骗子 怕被骗 明天就是 后天就是 退不回来 要不回来 急 担心 害怕 怎么办啊 怎么办呀 好怕 怕 焦虑 心慌 慌 快点 赶紧 尽快 马上要 明天就要 今天就要 后天就要 不会丢了吧 丢件 没底 准话 会不会没了 会爆炸 漏气 有辐射 不敢用 worried worry anxious nervous scared afraid hurry immediately concerned get_lost please_help is_it_safe is_my_money_safe running_out_of_time what_do_i_do anyone_there uneasy stressed stressed_out time_sensitive afraid_that fear_that 忐忑 不安 发愁 惶恐 心急 焦急 等不了 误事 怎么是好 如何是好',
    0.3: '怎么办 什么时候才 怎么还没 怎么还不 还没到 还没收到 还要多久 一直没 等着用 still_hasnt how_much_longer right_away',
  },
  sad: {
    0.6: '伤心 难过 想哭 哭了 心碎 绝望 崩溃 难受 去世 过世 已经不在了 心痛 heartbroken crying devastated miserable passed_away grief grieving tears in_tears weeping sorrow could_cry heart_sank funeral',
    0.45: '盼着 cried 失望 委屈 可惜 遗憾 心疼 郁闷 沮丧 失落 心累 倒霉 唉 哎 白期待 好不容易 住院 disappointing disappointed let_down sad upset sadly unfortunately too_bad such_a_shame regret hopeless lonely depressed broken-hearted sorry_to_say gutted 悲伤 心酸 心寒 泪目 流泪 白高兴 泡汤 落空',
  },
  surprised: {
    0.5: "震惊 惊呆 惊讶 惊了 不敢相信 难以置信 没看错吧 万万没想到 shocked astonished can't_believe cannot_believe no_way",
    0.35: "居然 竟然 没想到 啊?怎么 啊?为什么 what?! 天哪 天啊 我的天 哇塞 哇 咦 诶 吓一跳 不会吧 真的假的 这也太巧 wow omg surprised really?! unexpected didn't_expect wait,_what seriously? really? huh",
  },
  pleased: {
    0.6: "绝绝子 yyds 太香了 泰裤辣 太好了 太棒了 非常满意 超级喜欢 爱了 完美 感激不尽 太感谢 好评 没让我失望 amazing awesome excellent perfect love_it fantastic wonderful brilliant couldn't_be_happier can't_be_happier thrilled lifesaver",
    0.45: '一点都不后悔 不后悔 满意 喜欢 开心 高兴 给力 靠谱 棒 赞 厉害 贴心 感谢 多谢 谢谢 辛苦了 辛苦啦 帮了大忙 耶 great happy glad pleased helpful appreciate thank_you thanks nice good_job beautiful yay exactly_what_i_needed top_quality very_kind no_complaints lovely grateful thankful enjoyed satisfied works_perfectly well_done 感恩 谢了 欣慰 暖心',
  },
};

/** Words before the word that strengthen it. */
export const strengthening =
  /(?:太|非常|特别|真的?|好|超级?|十分|极其|实在|很|so|very|really|extremely|absolutely|totally|bloody|damn)\s?$/u;

/** Words before the word that turn it into its opposite or into nothing; 没有让我失望, not at all. */
export const negating =
  /(?:不|没有?|(?<![特区分级])别|并非|无|不是很?|不太|不怎么|不算|没什么|(?:没有?|别)(?:让|叫|使)(?:我|人|大家|你)?|not|no|never|without|n't|isnt|dont|wasnt|not (?:very|that|so|too|really|at all|a|an?)|n't (?:very|that|so|too|really|a|be))\s?$/u;

/** Before a negation, what takes it back: 不是不满意, not that I am not happy. */
export const negatingTwice =
  /(?:不是|没有|没什么|并非|不能说|不会|not that (?:i am|i'm|it is|it's)|can't say)\s?$/u;

/** "A complaint hotline" or "return without reason" name a matter; they are no feeling. */
export const harmless =
  /笑哭|麻烦(?=人|您|你|帮|给|转|下)|无理由|no,? thank(?:s| you)|不用了?[,，]?谢谢|不用谢|(?:头晕|想吐|呕吐|坐车|晕车|吃了?)[^。]{0,4}恶心|恶心(?:想吐|呕吐|头晕)|(?:露营|营地|生活|户外|厨余|打包|带走|丢|扔|倒|收)(?:的)?垃圾|垃圾(?:怎么|如何|要|能|可以)?(?:带走|丢|扔|处理|放)|(?:被|有人|有没有人?)投诉过|投诉(?:已经)?(?:解决|处理)(?:好|完)?了|12315是|(?:验|辨|查|鉴别?)[^,。]{0,4}(?:真伪|真假)|(?:怕|担心|避免|防止|会不会)[^,。]{0,4}(?:买到)?假货|相机曝光|曝光(?:时间|度|对)|过分(?:便宜|漂亮|好看|可爱)|律师(?:事务)?所|(?:我是|做|当)[^,。]{0,4}律师|\bi(?:'m| am) (?:a |an )?(?:lawyer|attorney|sue)\b|\blaw firm\b|\bmy name is sue\b|\bis (?:it|this) a scam\b|(?:不|没有?|不会|不打算|不是(?:要|来)?|不想)(?:要|去|来)?(?:投诉|举报|差评)|投诉(?:电话|渠道|热线|邮箱|方式|流程|入口)|(?:怎么|如何)投诉|(?:file|make|submit|lodge|raise) a complaint|complaints? (?:procedure|process|department|form|line|number)|垃圾(?:袋|桶|箱|分类|处理器|短信)|急救包|急救|应急|紧急(?:联系人|出口|照明)|不着急|不急|别急|没关系|怕(?:水|冷|晒|潮|热|湿|摔|脏|压)|怕不怕|防水怕|赞助|赞(?:扬|比亚)|棒(?:球|子|冰)|登山棒|喜(?:欢|爱)的(?:颜色|款式)是|生气的|愤怒的小鸟|绝望(?:主妇|的生活)|哭(?:泣|闹)?娃娃|恐怖片?|惊喜(?:盒|礼盒|价)|happy (?:birthday|path|meal)|nice to meet|great britain|angry birds?|trash (?:bag|can)|garbage bag|emergency (?:kit|exit|blankets?|contact)|horror (?:movie|film|edition|game)|crying (?:baby|doll|time)|surprise (?:box|boxes)|no worries|not worried|don't worry|no hurry|no rush|price match/gu;
