import { stemEnglish } from '../learning/stem-english.ts';

/**
 * Words that mean the same to a shop's service, Chinese and English in one line, so that a question also finds what
 * is written in other words or in the other language. The longest word wins: 退款 is not read as 款. `_` joins words.
 */
const groups: readonly string[] = [
  // Returning, exchanging, money back
  '退货 退回 退掉 退换 退了 想退 要退 能退 可退 不想要了 不要了 寄回 寄回去 退 return give_back send_back sent_back take_back returning',
  '退款 退钱 返钱 返款 钱退 退我钱 到账 回款 钱回来 钱什么时候回 refund money_back reimburse',
  '换货 调换 更换 换成 换一个 换个 换码 换大 换小 换尺码 换颜色 exchange swap replace replacement',
  '无理由 不喜欢 不满意 不合适 后悔 不想要 不中意 dont_like dont_want changed_mind not_suit unwanted',
  '质量问题 质量 坏了 坏掉 坏 烂了 开裂 断了 断裂 断 破了 破损 破 损坏 裂 瑕疵 次品 有毛病 折了 划了 口子 broken broke break snapped damaged faulty defective defect torn tear rip ripped dent crack cracked crushed dead',
  '退货期 过期 过了 超过 超了 晚了 来得及 late overdue deadline expired',
  // Shipping
  '运费 邮费 快递费 运送费 寄费 邮资 路费 shipping_fee shipping_cost postage delivery_fee delivery_cost freight shipping_charge',
  '包邮 免邮 免运费 free_shipping free_delivery',
  '发货 寄出 寄出来 发出 出库 发走 发出去 发快递 揽收 发没发 发了吗 ship ships dispatch send_out go_out goes_out',
  '快递 物流 包裹 包裹单 派送 派件 配送 快件 送货 快递员 派件员 小哥 courier parcel package delivery deliver delivered tracking',
  '到货 收到 到哪 送到 什么时候到 几天到 多久到 几天能到 何时到 到没到 arrive arrives arrival get_here gets_to',
  '签收 代收 门口 放门口 驿站 快递柜 signed handed_over left_at',
  '没收到 收不到 没拿到 没见到 没看到 没给我 not_received never_arrived nobody_gave missing_parcel didnt_get',
  '少了 少件 漏发 缺了 少发 不齐 漏了 没在盒子里 missing was_not_in not_included left_out',
  '错发 发错 寄错 送错 不是我买的 不是我要的 wrong_item you_sent sent_wrong not_what_i_ordered',
  '加急 快点 急用 急着 赶时间 着急 顺丰 尽快 fast urgent express sf quick quickly asap rush',
  '催 没动 不动 不更新 停住 卡住 卡在 停在 停滞 没更新 stuck sitting not_moved no_update stopped',
  '自提 自己拿 自取 去店里拿 上门取 pick_up collect pickup',
  '海外 国外 境外 出国 外国 欧洲 欧盟 美国 加拿大 英国 德国 法国 意大利 西班牙 荷兰 俄罗斯 日本 韩国 新加坡 马来西亚 泰国 越南 澳大利亚 澳洲 新西兰 overseas abroad foreign international europe usa america canada uk britain england germany france italy spain netherlands russia japan korea singapore malaysia thailand vietnam australia new_zealand',
  '港澳 香港 澳门 hong_kong hk macau',
  '偏远 新疆 西藏 喀什 乌鲁木齐 拉萨 remote xinjiang tibet kashgar lhasa urumqi',
  '大件 楼上 上楼 电梯 搬 large_item bulky upstairs',
  '地区 哪些地方 外地 region regions area province',
  // Orders
  '取消 撤销 撤单 不买了 不想买 退单 cancel call_off stop',
  '重复下单 下了两次 买了两个 拍重 拍了两次 多拍 ordered_twice duplicate_order two_orders',
  '下单 购买 买 拍 拍下 订 订购 预订 buy order purchase ordered',
  '地址 收货地址 住址 寄到 搬家 搬了 address moved new_flat deliver_to',
  '修改 改 更改 变更 换成 写错 填错 弄错 错了 change edit modify update wrong correct',
  '订单 单子 单 这单 一单 order',
  '合并 并成 合成 一起发 并到 合到 合一起 merge combine together',
  '查询 查 看 查看 在哪看 找到 check look_up track status where',
  '恢复 找回 restore recover',
  '清空 删除 删掉 删 清除 彻底删 抹掉 delete erase remove clear wipe',
  '礼物 送人 送朋友 礼品 贺卡 朋友送 包装 gift present wrapping wrapped',
  // Money and paying
  '~价格 多少钱 价钱 几块钱 什么价 售价 贵 收费 费用 要钱 交钱 多少一 怎么收费 价位 怎么卖 price cost costs how_much fee fees charge pay_for set_me_back',
  '付款 支付 付钱 给钱 交钱 打款 付 结账 pay payment paying checkout',
  '扣了两笔 扣两次 重复扣款 扣了两次 多扣 扣两回 两笔 charged_twice double_charged duplicate_charge paid_twice',
  '扣款 扣钱 扣了 划款 charged deducted',
  '分期 分几个月 按月付 分期付款 月付 利息 免息 手续费 花呗 instalment installment monthly instalments installments parts',
  '对公 公账 公户 对公转账 公司转账 单位付款 公司账户 bank_transfer company_account',
  '便宜 优惠 打折 折扣 减价 折 促销 活动 大促 特价 力度 薅羊毛 薅 discount cheaper deal sale promotion offer reduced',
  '降价 跌价 便宜了 又降 差价 补差 价保 保价 买贵 price_drop cheaper_now price_protection less refund_difference',
  '优惠券 券 代金券 红包 抵用券 优惠码 coupon voucher code promo_code',
  '用不了 不能用 没法用 选不上 灰 灰着 灰色 失效 不可用 用不上 not_working cannot_use unusable grey greyed',
  '叠加 一起用 同时用 一块用 一块儿 一起算 一块儿算 combine stack both together',
  '双12 双十二 双1212 1212 十二月大促 12月大促 12月 年底 double_12 double_twelve december',
  '双11 双十一 1111 double_11',
  '赠品 送的 杯子 雪拉杯 附赠 赠送 freebie gift cup free_gift mug',
  '预售 定金 尾款 presale pre_order deposit',
  '积分 分 分数 点数 points reward',
  '会员 等级 入会 金卡 银卡 黑金 vip member membership tier gold silver',
  '降级 掉级 掉成 掉了 保级 变成 downgrade lost_level dropped',
  '学生 学生证 大学 大学生 研究生 大一 大二 大三 大四 在读 上学 校园 student university college',
  '新人 新用户 新客 第一次买 首单 首次 new_customer first_order newcomer',
  '礼品卡 礼品券 储值卡 购物卡 卡里的钱 gift_card',
  // Invoices
  '发票 票 开票 开发票 票据 数电票 票面 那张票 invoice receipt fapiao bill',
  '专票 专用发票 增值税 抵税 抵扣 vat tax',
  '抬头 公司名 名称 税号 title company_name tax_number',
  // Account
  '账号 账户 帐号 帐户 号 profile account',
  '登录 登陆 登不上 登不上去 登不了 进不去 上不去 log_in login sign_in signin',
  '验证码 短信 校验码 verification code sms text_message',
  '手机号 电话号码 号码 手机 停机 新号 换号 旧号 sim phone_number number phone mobile',
  '密码 口令 password passcode',
  '注销 销户 删号 关闭账号 不用了 删掉我 close_account delete_account erase_profile deactivate',
  '个人信息 隐私 我的数据 存的 我的信息 资料 personal_data privacy my_data data information',
  '导出 打包 下载 发我一份 export download copy',
  '退订 不想收 广告 骚扰 营销短信 别再发 别发 推销 unsubscribe spam ads advertising marketing stop_sending',
  '诈骗 骗子 骗 假客服 冒充 可疑 下软件 下个软件 陌生 scam fraud fake suspicious phishing',
  // Service and company
  '客服 人工 人工客服 真人 坐席 客服人员 customer_service staff human agent support person',
  '机器人 ai 助手 智能 bot robot assistant ai',
  '几点 营业 开门 关门 营业时间 上班 下班 工作时间 时间 hours opening open close closing what_time',
  '投诉 告 举报 反映 反映到 上面 差劲 态度差 服务差 不满 领导 负责人 complaint complain awful terrible in_charge manager unhappy rude',
  '赔 赔偿 补偿 赔付 compensation compensate',
  '评价 差评 好评 评论 晒单 review reviews rating comment',
  '门店 店 店里 店铺 线下 线下店 实体店 专卖店 那家店 store shop branch offline',
  '网上 线上 网店 官网 小程序 网购 online website web',
  '试 试穿 试用 试一试 体验 支起来 看看 试试 try try_on test',
  '租 租赁 租借 出租 借 租用 rent rental hire',
  '团购 批量 大量 批发 一批 单位买 公司买 多买 团体 几十 bulk group wholesale company_order quantity',
  '定制 印 绣 logo 标 标志 印标 印字 custom customise customize print embroider',
  '合作 代理 加盟 博主 推广 达人 cooperation partner partnership influencer blogger collaborate',
  '招聘 上班 打工 兼职 实习 找工作 应聘 岗位 job jobs work_for career vacancy hiring intern internship',
  '回收 旧的 收旧 旧帐篷 以旧换新 扔 处理掉 recycle recycling old trade_in take_old',
  '课程 教学 新手 入门 小白 没露营过 第一次露营 初学 beginner never_camped first_time novice new_to starter',
  '电话 打电话 热线 打过去 hotline phone call telephone',
  // Repair and care
  '保修 质保 保多久 过保 三包 warranty guarantee covered cover',
  '维修 修 修理 送修 修补 补 修好 返修 自己补 fix repair mend mended mending',
  '进度 修到哪 没消息 到哪一步 progress status how_far',
  '配件 零件 单独买 单卖 单独卖 备件 spare part parts accessory accessories',
  '清洗 洗 怎么洗 机洗 手洗 洗衣机 水洗 脏了 wash washing washer washed cleaning clean laundry machine_wash dry_clean',
  '保养 护理 养护 存放 收纳 储存 保存 收起来 care store storage storing maintain maintenance',
  '防水 漏水 进水 淋雨 下雨 雨 渗水 漏 湿 水压 waterproof leak leaks leaking rain raining wet water',
  '泼水 不挂水 防泼水 渗 repellency repellent beading dwr',
  '冷凝 水珠 结露 内帐湿 返潮 condensation damp',
  '拉链 拉头 zip zipper',
  '帐杆 杆子 杆 撑杆 帐篷杆 pole poles',
  '漏气 瘪 没气 跑气 瘪了 deflate deflated loses_air flat puncture',
  '漏绒 钻绒 跑绒 掉毛 feathers down_leaking',
  // Goods
  '帐篷 帐蓬 营帐 篷 tent',
  '双人 两人 两个人 俩人 2人 云栖2 two-person two_person 2-person two_people two_of_us',
  '三人 三个人 3人 云栖3 three-person three_person 3-person wider',
  '家庭 一家 一家人 速开 自动帐篷 山居 family pop-up pop_up pop-open automatic',
  '搭 搭建 撑开 支 支帐篷 搭帐篷 安装 set_up setup pitch assemble',
  '睡袋 袋子 sleeping_bag bag',
  '羽绒 鸭绒 绒 down feather',
  '温标 零下 度 温度 多冷 冷 保暖 多少度 舒适温度 degrees temperature cold warm minus freezing',
  '防潮垫 充气垫 睡垫 垫子 气垫 mat mattress pad',
  '头灯 灯 手电 lamp torch headlamp headlight head_torch',
  '电池 充电 续航 亮多久 能亮 battery charge charging runtime lithium cell beam lumens',
  '背包 登山包 包 双肩包 rucksack backpack pack',
  '容量 装多少 能装 多大 升 capacity hold fit litres liters stuff',
  '冲锋衣 外套 硬壳 衣服 夹克 jacket shell hardshell',
  '尺码 大小 码数 穿多大 身高 体重 码 公斤 偏大 偏小 袖子 size sizing fit sleeves tall kilos cm',
  '登山杖 手杖 杖 杖子 trekking_pole walking_stick stick poles',
  '炉子 炉头 炉具 一体炉 灶 stove burner cooker',
  '气罐 燃气 气 扁罐 瓦斯 gas canister cartridge fuel',
  '锅 套锅 锅具 煎盘 饭锅 pot pan cookware',
  '做饭 烧水 煮 煮面 煮东西 火锅 烧 cook cooking boil noodles',
  '飞机 托运 坐飞机 机场 登机 航班 随身 安检 flight flying plane suitcase luggage cabin hold airport',
  '重量 多重 克重 重 斤 轻 weigh weight heavy light',
  '尺寸 多高 多长 多宽 高度 规格 参数 几米 里面多高 dimensions size specifications specs tall height width length long',
  '区别 差别 哪个好 选哪个 不一样 对比 比较 还是 二选一 纠结 difference compare better choose versus vs or decide worth',
  '推荐 买什么 买哪些 装备 清单 需要买 recommend suggest what_should advice',
  '颜色 色 色差 绿色 绿 colour color green',
  '材质 面料 什么做的 布料 material fabric made_of',
  '安全 危险 中毒 一氧化碳 safe safety danger dangerous',
  '门厅 前厅 porch vestibule',
  '周末 星期六 星期天 星期日 礼拜天 礼拜六 周六 周日 双休 weekend weekends saturday sunday',
  '北京 上海 广州 深圳 南京 杭州 成都 重庆 武汉 西安 天津 沈阳 大连 长春 哈尔滨 济南 青岛 郑州 长沙 南昌 合肥 福州 厦门 昆明 贵阳 南宁 兰州 西宁 银川 太原 石家庄 呼和浩特 海口 三亚 苏州 宁波 广东 江苏 浙江 山东 河南 河北 四川 湖南 湖北 福建 辽宁 吉林 黑龙江 东北 华北 华南 云南 贵州 甘肃 beijing shanghai guangzhou shenzhen shenyang chengdu nanjing city',
  '寄到 寄往 发到 发往 送到 配送到 能送 能寄 送得到 寄得到 ship_to deliver_to send_to send_there post_to gets_to',
  '不见了 消失 找不到 没有了 没了 空的 啥也没有 什么都没有 看不到 看不见 不显示 disappeared gone cannot_find empty not_found vanished',
  '没付 没付款 未付款 未付 待付款 没来得及付 忘了付 unpaid not_paid',
  '两单 两个订单 几个订单 上午一单 下午一单 一个箱子 一起寄 two_orders one_box same_box',
  '只到 只来 就来了 只给 只收到 只发 才到 分开 分批 剩下 另一件 only_one only_part rest split separate separately',
  '打不着 打不着火 点不着 点火 打火 不冒火 冒火 火花 ignite ignition spark light_up lighting',
  '第一次 头一回 首次 初次 刚到手 新买的 first_use first_time',
  '海拔 高原 高山 4500米 4000米 四千米 西藏 altitude high_mountain elevation',
  '扔 丢 丢弃 丢哪 废弃 空罐 用完 烧完 dispose disposal throw_away empty',
  '下雪 雪 雪山 雪地 冬天 冬季 冬 winter snow snowy',
  '地布 铺 铺一层 垫一层 再铺 草地 groundsheet footprint ground_sheet',
  '几个人 四个人 五个人 六个人 四人 六人 住几个 睡几个 住得下 睡得下 how_many_people sleeps',
  '亮 亮度 流明 照 最亮 强光 照得远 多亮 bright brightness lumens beam',
  '红光 红灯 模式 档 换档 档位 mode modes red_light',
  '二手 转让 闲鱼 同事手里 朋友转 别人转 second-hand second_hand',
  '流程 步骤 怎么走 手续 报修 procedure process steps',
  '谁出 谁掏 谁付 算谁 算你们 谁承担 谁负责 我出 要我出 自己付 自己出 你们出 who_pays who_covers covers do_i_pay',
  '等不到 一直不来 不来 收不到 没来 迟迟 never_comes not_coming does_not_arrive',
  '添加 新增 加一个 加个 add',
  '权益 好处 有啥用 待遇 福利 特权 benefits perks',
  '只退 退少 少退 少了 没退全 不够 退得少 refunded_less less_money',
  '泥 沾泥 脏 脏了 污渍 mud muddy dirty stain',
  '超过 过了 第八天 九天 十天 才想 来得及 after_deadline too_late',
  '装得下 塞得进 放得下 打包 收起来 收纳 折叠 后备箱 pack_size packed folded fold trunk boot',
  '穿 里面穿 套 塞 加绒 抓绒 wear layer underneath',
  '仓库 退货仓 仓 库房 warehouse',
  '缺货 没货 补货 断货 有货 什么时候有 out_of_stock restock stock available',
  '~怎么办 咋办 咋整 怎么弄 怎么处理 how_do_i what_do_i_do procedure steps process',
  '~多久 几天 多长时间 多少天 等几天 等多久 多长 什么时候 几时 何时 几年 how_long when days years',
];

/** Marks a group that tells how something is asked rather than what about. */
export const faintConcept = '~';

/** Words that mean the same, as concepts: found in a text, they stand for all of their group. */
export interface Synonyms {
  /** The concepts of a Chinese text, longest words first from left to right. Linear. */
  ofHan(text: string): string[];
  /** The concepts of stemmed English words: of each, and of two or three in a row. Linear. */
  ofStems(stems: readonly string[]): string[];
  /** The concepts of every word; of English words the stems. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/** Spaces inside an English word of several are read as the underscores that the groups above are written with. */
const asWritten = (word: string): string => word.trim().toLowerCase().replace(/\s+/g, '_');

/** The groups that come along, and behind them an installation's own: a word may stand in several. */
export function synonymsWith(own: readonly (readonly string[])[]): Synonyms {
  const conceptOf = new Map<string, readonly string[]>();
  /** The Chinese words of two characters and more by these two, longest first: most pairs begin none. */
  const longer = new Map<string, string[]>();
  const add = (written: string, concept: string) => {
    const word = /^[a-z]/.test(written) ? written.split('_').map(stemEnglish).join(' ') : written;
    if (word === '') return;
    if (word.length > 1 && !conceptOf.has(word)) {
      const start = word.slice(0, 2);
      const others = longer.get(start) ?? [];
      longer.set(
        start,
        [...others, word].sort((one, other) => other.length - one.length),
      );
    }
    const known = conceptOf.get(word) ?? [];
    if (!known.includes(concept)) conceptOf.set(word, [...known, concept]);
  };
  for (const [number, group] of groups.entries()) {
    const isAsking = group.startsWith(faintConcept);
    for (const written of group.replace(faintConcept, '').split(' '))
      add(written, `${isAsking ? faintConcept : '='}${number}`);
  }
  for (const [number, group] of own.entries())
    for (const word of group) add(asWritten(word), `=${groups.length + number}`);
  return {
    words: conceptOf,
    ofHan(text) {
      const concepts: string[] = [];
      for (let at = 0; at < text.length; ) {
        const word = longer.get(text.slice(at, at + 2))?.find((one) => text.startsWith(one, at)) ?? text[at]!;
        const found = conceptOf.get(word);
        if (found) concepts.push(...found);
        at += word.length;
      }
      return concepts;
    },
    ofStems: (stems) =>
      stems.flatMap((stem, at) => [
        ...(conceptOf.get(stem) ?? []),
        ...(conceptOf.get(stems.slice(at, at + 2).join(' ')) ?? []),
        ...(at + 2 < stems.length ? (conceptOf.get(stems.slice(at, at + 3).join(' ')) ?? []) : []),
      ]),
  };
}

/** What comes along. */
export const shippedSynonyms = synonymsWith([]);
