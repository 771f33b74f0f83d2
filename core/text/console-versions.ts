/** Words of the versions of what was learned: their figures, what came of each, and the way back. */
export const versionsText = {
  shipped: { zh: '随产品', en: 'As shipped' },
  nothing: { zh: '只用规则', en: 'Rules alone' },
  version: { zh: '第 {version} 版', en: 'Version {version}' },
  standing: {
    zh: '例句 {examples} 条，考题 {frozen} 条',
    en: '{examples} {examples|example|examples}, {frozen} held back',
  },
  usefulStanding: {
    zh: '结果 {examples} 条，考题 {frozen} 条',
    en: '{examples} {examples|outcome|outcomes}, {frozen} held back',
  },
  /** How much it takes, where there is nothing to learn from yet. */
  fewest: {
    intent: {
      zh: '至少两种意图、共十条例句之后会自动训练。在那之前由内置规则判断。',
      en: 'Training follows by itself once there are two intents with ten examples in all. Until then the built-in rules decide.',
    },
    emotion: {
      zh: '坐席纠正满五条之后会自动训练。在那之前由随附的版本判断。',
      en: 'Training follows by itself after five corrections by agents. Until then the version that ships decides.',
    },
    handoff: {
      zh: '知道结果的会话满四十个之后会自动训练。在那之前由随附的版本判断。',
      en: 'Training follows by itself once the outcome of forty conversations is known. Until then the version that ships decides.',
    },
    retrieval: {
      zh: '坐席采用的文章和客户的反应攒到三十条之后会自动训练。在那之前按随附的顺序排。',
      en: 'Training follows by itself once thirty articles that agents sent or customers found helpful are known. Until then the order that ships decides.',
    },
  },
  changed: { zh: '上次训练后变动 {count} 条', en: '{count} changed since the last training' },
  unchanged: { zh: '上次训练后没有变动', en: 'Nothing changed since the last training' },
  train: { zh: '现在训练', en: 'Train now' },
  training: { zh: '正在训练，期间照常服务', en: 'Training; service goes on meanwhile' },
  trainedInForce: {
    zh: '{model}：第 {version} 版训练好了，已生效',
    en: '{model}: version {version} is trained and in force',
  },
  trainedRefused: {
    zh: '{model}：第 {version} 版在考题上变差了，没有启用',
    en: '{model}: version {version} did worse on what is held back and was not put in force',
  },
  none: { zh: '还没有训练过', en: 'Not trained yet' },
  noneHint: {
    zh: '例句有变动后会自动训练，也可以现在就训练。新版本在考题上不比旧的差才会生效。',
    en: 'Training follows by itself when examples change, or now. A new version comes into force only if it does no worse on what is held back.',
  },
  column: { zh: '版本', en: 'Version' },
  trained: { zh: '训练', en: 'Trained' },
  byItself: { zh: '自动', en: 'by itself' },
  accuracy: { zh: '准确率', en: 'Accuracy' },
  macroF1: { zh: '宏平均 F1', en: 'Macro F1' },
  calibrationError: { zh: '把握偏差', en: 'Calibration error' },
  hitsAt1: { zh: '首条命中', en: 'First is right' },
  hitsAt1Hint: {
    zh: '考题里，排在第一的正是坐席采用、客户认可的那篇文章的占比',
    en: 'Share of the held-back questions whose first article is the one that people found useful',
  },
  orderBetter: {
    zh: '同样的考题上，首条命中从 {before} 升到 {after}。',
    en: 'On the same held-back questions the first article is right in {after}, up from {before}.',
  },
  orderSame: {
    zh: '同样的考题上，首条命中保持 {after}。',
    en: 'On the same held-back questions the first article stays right in {after}.',
  },
  orderWorse: {
    zh: '同样的考题上，首条命中从 {before} 降到 {after}，所以没有启用。',
    en: 'On the same held-back questions the first article was right in {after} instead of {before}, so it was not used.',
  },
  orderByChance: {
    zh: '换着拿一部分考它，多答对 {won} 题、少答对 {lost} 题，也可能只是凑巧，所以没有启用。',
    en: 'Asked part by part, {won} came right and {lost} came wrong, which may be chance, so it was not used.',
  },
  orderUnsure: {
    zh: '首条命中没有变差（{after}），但把握更不可信了，所以没有启用。',
    en: 'The first article is right as often ({after}), but how sure it is may be believed less, so it was not used.',
  },
  accuracyHint: { zh: '考题里答对的占比', en: 'Share of the held-back examples that it got right' },
  macroF1Hint: {
    zh: '每一类的 F1 取平均：少见的意图和常见的一样重',
    en: 'F1 averaged over all labels: rare ones count as much as common ones',
  },
  calibrationErrorHint: {
    zh: '说有八成把握的，实际对了几成；越小越好',
    en: 'How far what it says it is sure of lies from how often it is right; lower is better',
  },
  outcome: { zh: '结果', en: 'Outcome' },
  inForce: { zh: '生效中', en: 'In force' },
  earlier: { zh: '以前的版本', en: 'Earlier' },
  refused: { zh: '没有启用', en: 'Not used' },
  first: { zh: '第一版，没有可比的。', en: 'The first; nothing to compare with.' },
  better: {
    zh: '同样的考题上，F1 从 {before} 升到 {after}。',
    en: 'On the same held-back examples F1 rose from {before} to {after}.',
  },
  same: { zh: '同样的考题上，F1 保持 {after}。', en: 'On the same held-back examples F1 stayed at {after}.' },
  slightlyWorse: {
    zh: '同样的考题上，F1 从 {before} 到 {after}，差别在误差之内。',
    en: 'On the same held-back examples F1 went from {before} to {after}, within what chance explains.',
  },
  worse: {
    zh: '同样的考题上，F1 从 {before} 降到 {after}，不是偶然，所以没有启用。',
    en: 'On the same held-back examples F1 fell from {before} to {after}, more than chance explains, so it was not used.',
  },
  worseCommon: {
    zh: '在自己的考题上没有变差，但在产品自带的考题上 F1 从 {before} 降到 {after}，所以没有启用。',
    en: 'No worse on your held-back examples, but on the product’s own examples it fell from {before} to {after}, so it was not used.',
  },
  noFigures: { zh: '考题太少，没有数字。', en: 'Too little is held back for figures.' },
  use: { zh: '换成这一版', en: 'Use this one' },
  useTitle: { zh: '换成{version}？', en: 'Use {version}?' },
  useHint: {
    zh: '一秒之内在所有服务器上生效，随时可以换回来。例句不会变。',
    en: 'In force on every server within a second, and you can change back at any time. The examples stay as they are.',
  },
  used: { zh: '已换成{version}', en: 'Now in force: {version}' },
  chart: { zh: '{model}：各版本在考题上的数字', en: '{model}: figures of each version on what is held back' },
} as const;
