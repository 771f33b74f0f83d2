import { folk, ofTheService, trades } from './human-request-roles.ts';

/**
 * The concepts that wishes for a person are made of, one letter each, and the words that carry them. A clause becomes
 * a string of these letters, over which the grammar in `human-request-grammar.ts` is written.
 */
const concepts = {
  /** A complete wish in one word. */
  R: '转人工 转接人工 转到人工 转成人工 转去人工 转真人 转接真人 转活人 转客服 转接客服 转到客服 转售后客服 转工人 转vip客服 anybody_home anyone_home anybody_out_there anyone_out_there anybody_awake anyone_awake start_live_chat open_live_chat begin_live_chat launch_live_chat 换别人来 换别人吧 换别人处理 换别人跟我说 换其他人来 换其他人处理 结束机器人 停止机器人 关闭机器人 关掉机器人 end_bot end_chatbot end_the_bot leave_chatbot leave_the_bot leave_the_chatbot turn_off_the_bot switch_off_the_bot 有没有谁能帮我 谁来管管我 懂的来 把机器人关了 把机器人关掉 机器人怎么关 关闭智能回复 关闭智能客服 关闭自动回复 谁能接个电话 谁来接电话 谁接一下电话 派员联系 派员处理 客服叫回来 人叫回来 他叫回来 她叫回来 talk_to_whoever speak_to_whoever speak_with_whoever talk_with_whoever where_did_the_agent bring_them_back bring_her_back bring_him_back',
  /** Put through. */
  T: '转 转接 接 接一下 接下 转一下 转下 转接一下 接通 转到 转去 转至 转成 转回 连线 接线 接入 切换 切到 切换到 驳 驳去 transfer transferring connect connecting switch redirect put pass hand patch route xfer be_transferred be_connected be_put be_passed 接给 再转 重新转 重新接 转过去 needs_to_go_to should_go_to must_go_to hand_off handover hand_me_over go_back_to put_me_back_with put_me_back_to reconnect reconnect_me continue_with carry_on_with forward 升级到 升级给 转走 转出去 接回 接回去 queue_me add_me_to',
  /** Fetch: find, call, send, give me. */
  F: '找 找到 找来 寻找 叫 叫来 喊 派 安排 安排一下 来 来一个 呼叫 呼 给我 给我们 给咱 帮我 帮我找 帮我叫 替我 见 召唤 召唤出 介入 派个 换到 求 get give find bring have send let see gimme lemme page assign finding getting summon 找不到 联系不上 打不通 接不通 转不到 ask asks get_hold_of get_ahold_of get_through_to get_a_hold_of speak_up 呼唤 约 约个 电话给 速来 上报给 上报 reach_out_to loop_in bring_in holla_at raise_this_with take_this_to take_it_up_with press_0_for press_1_for press_2_for press_zero_for dial_0_for 介入 i_press_for press_for 出来个 出来一个 出个 be_contacted_by be_called_by be_helped_by way_to_a way_to_the',
  /** Another one instead. */
  C: '换 换成 改成 换回 change_to change_me_to swap_to swap_me_to',
  /** Want. */
  W: '要 我要 想 想要 需要 要求 说的是 要的是 想找 按几是 按哪个是 按几 只要 就要 need needs want wants wanna like prefer demand require requesting request requested required wish rather insist wanted needed 申请 请求 得有 非要 坚持要 等 等着 等待 轮到 宁愿 宁可 需 望 盼 恳请 wait waiting',
  /** Talk. */
  K: '说 说说 聊 聊聊 聊天 聊下 讲 讲讲 讲嘢 讲话 谈 谈谈 沟通 对话 交流 说话 倾 倾偈 通话 反映 反馈 咨询 问 问问 问下 商量 语音 连麦 talk talking speak speaking chat chatting discuss discussing communicate deal dealing typing converse 打字 on_the_phone be_on_the_phone 连线说 掰扯 唠 唠唠 唠嗑 细聊 详谈 holla',
  /** Both fetches and is done for one: 联系客服, 让客服联系我. */
  c: '联系 联系到 联系上 联络 联络到 call contact reach contacting calling reaching calls contacts phone ring',
  /** Somebody, in Chinese: 人 alone is no wish, a person alone is one. */
  h: '人 人儿 姑娘 小姑娘 小伙子 小伙 人类',
  /** There is not. */
  j: '没有 没 就没有 就没 没有一个 还没 就没有一个 连个 连一个',
  /** Has somebody do it. */
  z: '让 叫他 使 要你们 叫你们',
  /** Thanks: after a person it is politeness, before one it is thanks. */
  k: '谢谢 谢 多谢 感谢 谢谢了 谢了 谢啦 thanks thank thx ty cheers 3q thank_you tks 为盼',
  /** How an earlier attempt went: then the attempt is told, not wished for. */
  y: '没人理 不理 也不理 不理我 不回 也不回 又不回 都不回 没回 没回复 没有回复 没反应 没有反应 没用 也没用 不管 也不管 不回复 说不行 就说 只说 只会 告诉 居然 无果 解决不了 没解决 也没解决',
  /** Offices one is put through to. */
  G: '售后 售后部 前台 总台 服务台 导诊台 护士站 技术支持 客服部 客服中心 投诉部 后台 营业厅 总部 后勤 教务处 理赔部 技术部 总机 branch 技术 投诉专线 专线 理赔 保险理赔 理赔部门 部门 业务部 财务 财务部 客诉部 退款部 维修部 大客户部 信用卡中心 team teams department departments dept 投诉部门 客诉部门',
  /** Escalate; call me: complete wishes, where no unknown word follows. */
  U: "escalate escalation callback call_back call_me_back call_me phone_me ring_me phone_you ring_you 给我打电话 给我打个电话 给我回电话 给我回个电话 给我回电 打给我 回电给我 升级处理 get_through_to_you who_is_in_charge who's_in_charge 升级投诉 give_me_a_call give_me_a_ring 跟我通电话 跟我通话 打电话给我 打个电话给我 打电话给我们 电话联系我 电话联系我们 电话回我 投诉找谁 投诉找哪位 投诉找哪个 找谁投诉 找哪位投诉 回我电话 电话聊 电话说 电话沟通 电话里说 电话里聊 语音聊 语音沟通 通个话 面谈 当面谈 面对面谈 当面说 往上反映 上报领导 向上反映 give_me_a_phone_call want_a_phone_call need_a_phone_call prefer_a_phone_call arrange_a_call schedule_a_call book_a_call a_call_back phone_call 往上升级 请求升级 talk_on_the_phone speak_on_the_phone talk_by_phone patch_me_through put_me_through 打我电话 打我手机 打我的电话 打我的手机 打过来",
  /** By means of: what is used is no partner. */
  i: '用 使用 use using used',
  /** Done by: looked at by a person. */
  q: 'by',
  /** What is the contact's own: my agent is nobody of the service. */
  d: 'my our',
  A: '跟 和 与 同 对 对着 由 给 with to w/',
  /** A human being, whatever their office. */
  H: '人工 真人 活人 大活人 真实的人 真的人 正常人 正常的人 喘气的 人工台 人工窗口 人工坐席 人工热线 人工通道 人工服务 真人服务 人工的 真人的 会喘气的 human humans human_being human_beings real_person real_people actual_person actual_people live_person live_people real_one physical_person proper_person living_person real_human somebody_real someone_real live_human real_life_person flesh_and_blood 人工客服 真人客服 活的人 活的 human_eyes human_eye set_of_eyes human_support human_help human_assistance human_service manual_service manual_support live_assistance live_help live_body real_support real_help warm_body 人工客 人工服 人工坐席员 工人客服 人工接听 人工处理 人工接待 人工咨询 人手 说人话的 会说人话的 能说人话的 听得懂人话的 听懂人话的 能听懂人话的 懂人话的 有脑子的 长脑子的 带脑子的 人工座席 人工电话 真人坐席 真人电话 真人服务员 活生生的人 有血有肉的 有血有肉的人 人工介入 真人介入 人工渠道 人工入口 人工选项 人工按钮 人工服务员 真人渠道 能喘气的 人工模式 人工频道 人工线路 人工改 人工退 人工查 人工核实 人工支持 人工帮助 人工协助 人工答复 人工解答 真人的声音 真人声音 live_one manual_assistance manual_help',
  /** The people of the service. */
  S: '客服 客服人员 客服专员 客服经理 客服小姐姐 客服小哥 客服主管 客服代表 客服同事 在线客服 坐席 座席 专员 专人 工作人员 接线员 话务员 客户经理 主管 领导 负责人 经理 组长 店长 值班经理 上级 管事的 管事的人 能管事的 做主的 能做主的 做主的人 能做主的人 懂的人 懂行的 职员 员工 服务人员 值班人员 值班的人 业务员 业务经理 管理员 gm cs agent agents representative representatives rep reps operator operators manager managers supervisor supervisors adviser advisers advisor advisors specialist receptionist employee employees staff customer_service customer_support customer_care customer_services cust_service cust_svc live_chat live_support human_support support_team front_desk member_of_staff staff_member team_member whoever_is_in_charge person_in_charge someone_in_charge somebody_in_charge service_desk help_desk call_centre call_center your_team colleague consultant teller clerk csr 业务人员 客服的人 头儿 头头 老大 大堂经理 客服妹妹 能管事儿的 管事儿的 能管事的人 主事的 当家的 话事人 能拍板的 拍板的 拿主意的 助理 售后人员 技术人员 技术员 技术支持人员 接线生 客户代表 专属顾问 专属客服 专属经理 member_of_your_team one_of_your_people one_of_your_team one_of_your_staff someone_from_your_team 小二 店小二 平台小二 文字客服 vip客服 官方客服 平台客服 线上客服 一对一客服 1对1客服 店主 掌柜 掌柜的 上头 你们上面 客服员 客服经理人 客服主任 值班主管 值班领导 客服老师 投诉专员 理赔专员 售后专员 售后客服 技术客服 售前客服 文员 主任 executive executives exec associate superiors superior cust_serv cust_support account_manager account_executive case_manager case_worker relationship_manager higher-up higher_up higher-ups someone_senior somebody_senior someone_above_you team_lead team_leader manger 客服介入 管理的 二线 二线客服 二线专员 officer officers billing_people support_people 客服本人 说得上话的 说得上话的人 说了算的 说了算的人 有权限的 有权限的人 能定的 能决定的 能作主的 客户服务 客户服务部 客户服务中心',
  /** People of a trade, who are meant only where one would talk with them. */
  D: '老板 老师 班主任 教务 教务老师 医生 值班医生 大夫 护士 理赔员 教练 师傅 快递员 柜员 顾问 同事 管家 律师 nurse doctor teacher boss owner 药师 医师 理财经理 理财师 营养师 设计师 会计 工程师 技师 维修师傅 辅导员 招生老师 信贷员 信贷经理 站长 司机 骑手 导游 领队 校长 科长 处长 院长 pharmacist technician engineer accountant lawyer doc',
  /** Anybody at all. */
  P: 'person persn someone somebody anyone anybody sum1 any1 some1 sb',
  /** What answers instead. */
  B: '机器人 机器 智能客服 机器人客服 ai客服 ai 智能助手 自动回复 智障 人机 程序 人工智能 电脑 机器人回复 bot bots robot robots chatbot chatbots machine machines computer computers ai automated_reply automated_replies automated_answer automated_answers automated_response automated_responses canned_replies canned_reply virtual_assistant ivr auto_reply auto_replies auto-reply auto_response auto-response 复读机 人机客服 自动应答 预设回复 模板',
  /** Refusal. */
  N: "不要 别 不用 不需要 无需 无须 不必 用不着 没必要 没有必要 不想 不愿 不愿意 不要再 别再 不想要 不想再 不用再 先不 先别 暂时不用 暂时不 甭 不找 取消 没说 没要 没想 没让 不麻烦 莫 勿 拒绝 讨厌 受够 受够了 受不了 懒得 不跟 不和 千万别 可别 不打算 不准备 不劳 免 no never without don't dont do_not does_not doesn't did_not didn't need_not needn't no_need no_more stop enough sick tired refuse hate fed_up won't not_going_to not_want not_need instead_of rather_than 谁说 谁说要 差点 差一点 刚想 本来想 原本想 还好不用 原来不用 没打算 没有打算 没有找 没找",
  /** Not, where it may also be a mere contrast. */
  L: "不 不是 没有要 并不 并非 不是要 还没到 not isn't aren't non than",
  /** Refusal that follows: 人工就不用了. */
  n: "不用了 不必了 不需要了 免了 算了 不要了 就不用了 就不用 就不必了 就不必 就不需要 就算了 就免了 就不要了 not_needed not_necessary not_required isn't_needed isn't_necessary not_wanted",
  /** What a refusal would cost, which makes it a demand. */
  '!': '就投诉 就举报 就差评 就退 就打 就告 就走 就去 就报警 就曝光 我就 不会走 不走 不罢休 没完 不行 试试 我投诉 投诉',
  /** May it be? Negated or not, it asks for the thing. */
  M: "能 能不能 可以 可不可以 可不可 可否 能否 是否 会 不能 不可以 不会 还不 还没有 怎么还没有 怎么还不 再不 要不 怎么不 为什么不 为何不 干嘛不 凭什么不 为啥不 有没有办法 怎么才能 怎样才能 如何 怎么 怎样 咋 为什么 为什么还不 为什么还没 怎么没 必须 应该 可 想不想 不得不 不让 不给 不肯 can can't cant cannot could couldn't may might would will shall should must how how'd why_not why_don't_you why_won't_you let's possible am_i_able able 希望 希望能 有没有可能 any_chance any_way any_possibility going_to gonna what_do_i_have_to what_do_i_need_to what_must_i who_do_i_have_to",
  Q: 'why',
  /** Is there? */
  E: "有 有没有 有没 有无 还有 还有没有 还有没 有没有个 is_there are_there isn't_there aren't_there do_you_have have_you_got do_you_guys_have",
  b: '是 is are am be was were being been',
  /** Articles, measure words and what may stand between them and a person. */
  a: '线上 个 一个 两个 几个 位 一位 名 一名 真正 真正的 真的 真实 真实的 活 在线 值班 值班的 专业 专业的 正常 其他 其它 更高级 懂 那个 那位 这位 某个 随便 任何 返 返个 新的 级别高的 大 你们公司的 你们那边的 你们的 你的 你们店的 贵公司的 高级 a an the any some another same one live actual proper physical living next senior different your genuine one_of kind_of friendly service support claims billing technical sales booking mortgage loan banking duty on-duty customer tech english chinese mandarin cantonese of real 别的 专属 懂业务 明白 值守 哪位 有空的 空闲的 一对一 一次 一遍 一回 官方 平台 明白的 靠谱 靠谱的 上线 专门的 专门 tier_2 tier-2 second_line second-line option_for button_for option_to_reach option_to',
  m: "我 我们 俺 咱 咱们 我这 我这边 me i i'm im i'd i've i'll we my_call my_chat this_call this_chat us",
  u: "你 你们 您 您们 贵公司 贵司 你们公司 你们店 你们家 你们那 你们那边 那边 你家 他 他们 她 u you ya you_people yall y'all",
  p: '请 麻烦 拜托 求求 求求你 劳驾 帮忙 please pls plz plis kindly 烦请 恳求 求 求助',
  e: "吗 嘛 么 吧 啊 呀 呢 哦 噢 喔 哈 啦 呗 咯 哟 喽 罢 哇 欸 嗎 㗎 ? 好吗 行吗 可以吗 好不好 行不行 行不 得唔得 得不得 在哪 在哪里 在哪儿 去哪 去哪了 在吗 在么 在不在 在不 呢人 la lah lol where wheres where's 过来 死哪去了 死哪儿去了 哪去了 去哪儿了 跑哪去了 滚出来 出来 在度 在线吗 在岗吗 在没 有木有 出来啊 出来下 出来一下 出来说话 在边 在边度 在边呀",
  l: '了',
  /** Here, now, hello: what surrounds a bare wish. */
  g: '你好 您好 亲 喂 hello hi hey 快 快点 马上 立刻 立即 赶紧 赶快 尽快 直接 现在 今天 快快 急 急急 在 here there available back around alive online now asap immediately right_now right_away urgently assistance working at_all really actually then just ok okay yes yeah yep 好 好吧 好的 行 嗯 那 那就 还是 一下 一声 下 bro man mate guys sir madam this_second this_minute today nonsense loop stuff crap rubbish thing 请问 想问一下 问一下 我想问一下 work_there work_here ffs fgs jfc smh omg wtf damn dammit bloody fucking fuck 他妈 他妈的 妈的 特么 tmd 卧槽 我靠 到底 究竟 半天 不是就 不是的话 要不是 on_shift on_duty in_today working_today press_0 press_zero dial_0 hit_0 at_your_end pronto stat right_this_second this_instant 继续 多少遍 多少次 多少回 多少天 多少年 zero 滴滴 dd three_times twice several_times many_times go_ahead go_ahead_and please_do go_on 倒是 how_many_times how_many_times_do free_to_help free_to_talk fr frfr rn',
  /** Little words that may follow a person without being named after them. */
  o: '这 这个 这边 这里 这样 那里 就 只 也 都 还 又 再 才 先 一直 的 得 地 着 到 去 里 给你 帮 把 因为 所以 但是 可是 不过 以便 关于 一趟 好了 然后 而不是 而 或 或者 上来 上 下来 主动 亲自 当面 单独 单独地 for on in from about that which and or but so because cause if this it they them he she his her as do did does keep more not_just even ever still already again regarding before until via over through directly instead only with_regard in_touch want_it 糊弄 敷衍 应付 打发 忽悠 一趟 out off up at_least at too also personally when 听 listen hear 过去 from_your_side from_your_end at_your_company on_your_side on_your_end from_your_company on_the_line on_the_other_end 自己',
  /** What people of the service do for one. */
  v: '处理 处理一下 回复 回复我 回我 解答 看看 看下 看一下 帮我看 帮我看看 帮我查 帮我处理 帮我解决 帮我弄 帮我核实 查一下 查查 查下 解释 解释一下 接听 接待 联系我 联络我 打电话 打个电话 接电话 接个电话 回电话 回个电话 回个电 回 理我 理 理会 理睬 管 管管 教 教我 教教我 核实 解决 跟进 服务 沟通一下 应 应答 搭理 出面 帮帮我 look looking explain handle review reply answer respond assist read take fix check resolve correct step jump intervene help helps attend take_over takes_over 协助 办理 申诉 退款 确认 查询 帮助 覆 覆我 回复下 打理 email text 回答 回答我 听电话 听一下电话 弄 搞 帮手 来电 致电 回访 回访我 来电话 对接 跟单 帮手 接手 answering replying responding helping assisting picking_up 来处理 来解决 来看 来看看 看一眼 办 核查 出来处理 出来解决 出来回应 出来解释 出来给 handled reviewed checked seen answered dealt_with looked_at done 看到我的消息 看到我消息 看见我的消息 看我消息 看我的消息 看到我说的 核对 修改 更改 负责 picks_up pick_up 加入 加入会话 进来 拉进来 join joins',
  w: 'who whom who_should_i who_must_i who_can_i who_do_i who_could_i',
  /** People as anybody calls them: a lady, a bloke, 小哥. */
  I: folk,
  /** Times of service: a question that has an answer. */
  t: '几点 什么时候 工作时间 下班 周末 周六 周日 星期天 节假日 春节 假期 晚上 夜里 休息 24小时 全天 营业 hours sunday sundays saturday saturdays weekend weekends holiday holidays evenings 24/7 nights 多少 多少个 多少位 多少名 how_many 多久 多长时间 when_are when_is when_do when_does when_will when_can 几个客服 几位客服 几个人工 几个坐席',
  /** On duty: a question about hours too, unless it is asked whether anybody is there at all. */
  O: '上班 在上班 坐班 当班 在岗 上岗',
  /** Nobody. */
  J: 'nobody no_one noone no-one not_a_single_person none_of_you',
  /** What is paid for: beside it 人工 is labour. */
  f: '费 费用 钱 多少钱 几钱 价 价格 收费 报价 工时费 工时 成本 一天 一小时 包不包 包 含 包含 包括 不含 算上 加上 收 fee fees cost price',
  /** Set up and counted: talk of the service as a product. */
  V: '设置 配置 开通 开启 报表 统计 率 关键词 规则 套餐 权限 设定 configure configuration set_up setup',
  /** What was, or what somebody else said. */
  r: '上次 昨天 前天 上周 上个月 之前 以前 那次 那天 去年 过 以后 之后 已经 后来 yesterday last_week last_time last_night last_month earlier ago 要不要 需不需要 用不用 是否需要 需要不需要 do_i_have_to do_i_need_to should_i must_i am_i_talking am_i_speaking am_i_chatting 已 早就 刚才 刚刚 过了 got_a_call call_from called_me than_any got_a_phone_call make_a_phone_call received_a_call received_a_phone_call missed_a_call 沟通好了 说好了 谈好了 聊好了 商量好了 讲好了 联系过 接到电话 接到一个电话 接到个电话 接了个电话 收到电话 冒充 假冒 自称 冒名 刚有人 刚刚有人 pretending pretends posing claiming says told_me_to tells_me_to is_it_necessary_to is_it_required_to already_have already_got 他说让 她说让 他们说让 有人说 网上说 短信说 评论说 是咪要 是咪 did_you_call did_you_call_me you_called_me',
  Y: 'asked_for ask_for asking_for said say saying',
  /** Done with it. */
  Z: '滚 滚开 闭嘴 走开 说不明白 说不清 说不清楚 讲不清 讲不明白 说不通 聊不明白 沟通不了 没法沟通 无法沟通 没法说 聊不来 讲不通 go_away shut_up useless 有什么用 有啥用 有什么意义 没意义 没意思 摆设 死了 吃干饭的 bypass skip exit quit get_past get_around 退下 滚蛋 关掉 退出 闪开 靠边 离开 摆脱 绕过 跳过 甩掉 逃离 听不懂',
} as const;

export type Concept = keyof typeof concepts | 'x';

/** Words that hold a word from above and mean something else: longest match keeps them together. */
const others =
  '个人 本人 别人 两人 客人 工人 老人 家人 收货人 收件人 寄件人 联系人 投保人 被保人 被保险人 受益人 申请人 经办人 代理人 监护人 军人 法人 病人 成人 残疾人 主持人 外国人 中国人 国人 每人 男人 女人 大人 他人 外人 熟人 新人 路人 证人 农民工 打工人 人民 人民币 人生 人气 人寿 人参 人家 人数 人次 人脸 人物 人体 人品 人才 人均 人事 人力 人间 人名 人像 人行 人群 人口 人情 人身 人性 人份 人头 人民医院 会给我打电话 会给我们打电话 人工费 人工湖 人工草 人工岛 人工林 人工审 人工检 人工呼吸 人工智障 人工受孕 人工关节 人工晶体 人工繁育 人工养殖 人工饲养 非人工 活人感 活人墓 在几楼 在几层 收货 收件 收到 收纳 收费站 收藏 收获 收入 接收 签收 回收 收回 含量 书包 包装 包裹 包邮 包子 面包 钱包 红包 打包 承包 表包 真人秀 真人cs 接口 接头 接种 接送 接机 接单 接受 接收 接触 转账 转帐 转让 转学 转运 转院 转正 转专业 转介绍 转移 转租 转寄 转赠 转班 转发 转网 转入 转出 转换 转科 转会 转身 要么 重要 主要 需要人 来不及 来源 本来 原来 以来 未来 来自 起来 出来的 对方 对面 对应 对账 绝对 不对 对比 和平 总和 说明 说明书 说法 小说 听说 据说 话说 再说 问题 疑问 访问 学问 提问 叫做 让步 转让费 派送 派件 派对 找零 找回 见面 再见 意见 常见 上面 上海 上课 上架 上新 上衣 上门 早上 网上 以上 上传 管理 管道 主管部门 领导力 经理人 客服电话 客服热线 客服微信 客服邮箱 客服号码 客服时间 客服费 客服系统 客服岗位 客服态度 客服务 客服服务费 客服工号 客服编号 想象 思想 理想 想法 要求是 必要 有效 有限 有关 没收 没事 没关系 没问题 没收到 没办法 没法 名字 名称 地名 姓名 大概 大小 大家 活动 生活 不错 不然 不同 不懂 不到 不了 不好 不够 不满 不知道 不清楚 不明白 不好意思 别墅 区别 特别 级别 性别 类别 告别 分别 自动 智能 程序员 电脑包 机器人吸尘器 扫地机器人 someone_else anyone_else somebody_else anybody_else in_person per_person first_person person_to_person customer_service_training human_resources human_hair 人手一 人手一个 人手一份 人手一件 人类学 人类高 person_of_contact 人工改装 人工改良 人工退火 按钮叫 对讲机';

/** Chinese words by themselves; they are matched longest first, character by character. */
export const hanWords = new Map<string, Concept>();
/** Latin words and phrases; the words of a phrase are joined by one space. */
export const latinWords = new Map<string, Concept>();
/** In characters and in words. */
export const longestHanWord = 7;
export const longestPhrase = 4;

const read = (concept: Concept, list: string): void => {
  for (const word of list.split(' ').filter(Boolean)) {
    const isHan = /\p{Script=Han}/u.test(word);
    const [words, phrase] = isHan ? [hanWords, word] : [latinWords, word.replaceAll('_', ' ')];
    words.set(phrase, concept);
  }
};
// What is named in one place more than once stands as the last says: roles give way to all else.
read('D', trades);
read('S', ofTheService);
for (const [concept, list] of Object.entries(concepts)) read(concept as Concept, list);
read('x', others);
