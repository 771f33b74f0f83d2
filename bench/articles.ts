const things = [
  '帐篷',
  '睡袋',
  '炉头',
  '背包',
  '头灯',
  '冲锋衣',
  '防潮垫',
  '登山杖',
  '套锅',
  '水壶',
  '手套',
  '雨衣',
  '折叠椅',
  '天幕',
  '对讲机',
  '充气枕',
  '保温杯',
  '徒步鞋',
  '望远镜',
  '急救包',
];
const makers = [
  '山岚',
  '云起',
  '松涛',
  '溪谷',
  '雪线',
  '晨雾',
  '远峰',
  '星野',
  '石桥',
  '林间',
  '暮色',
  '青峦',
  '白桦',
  '沙洲',
  '湖心',
  '北坡',
  '南风',
  '古道',
  '浅滩',
  '高原',
  '晴川',
  '落霞',
  '长堤',
  '野渡',
  '孤峰',
];
const matters = [
  '怎么清洗',
  '可以退货吗',
  '保修多久',
  '多少钱',
  '有几种颜色',
  '防水等级是多少',
  '什么时候发货',
  '坏了怎么维修',
  '怎么收纳',
  '能带上飞机吗',
  '适合冬天用吗',
  '怎么开发票',
  '尺码怎么选',
  '有优惠吗',
  '丢了零件怎么办',
  '能换货吗',
  '重量是多少',
  '材质是什么',
  '怎么安装',
  '支持以旧换新吗',
];

/** Articles for measuring: every thing of every maker with every matter, until there are enough. */
export function benchArticles(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const matter = matters[index % matters.length]!;
    const thing = things[Math.floor(index / matters.length) % things.length]!;
    const maker = makers[Math.floor(index / (matters.length * things.length)) % makers.length]!;
    const model = 100 + index;
    return {
      id: `bench-${index}`,
      title: `${maker}${thing}${matter}？`,
      similar: [`${maker}的${thing}${matter}`, `我想问一下${maker}${thing}，${matter}`],
      body: `${maker}${thing}（型号 ${model}）：关于“${matter}”，请按说明书第 ${(index % 40) + 1} 页操作，一般 ${(index % 7) + 1} 个工作日内可以办好。\n\n## 说明\n${maker}${thing}在各门店和网店同价，办理时请带上订单号和购买凭证；如有疑问可以联系人工客服，服务时间为每天 9:00–21:00。`,
      topic: thing,
    };
  });
}

export type BenchArticle = ReturnType<typeof benchArticles>[number];
