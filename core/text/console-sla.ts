/** Words of the service levels' and the assignment's editors. */
export const slaText = {
  lead: {
    zh: '对客户承诺的时间。坐席看到倒计时，快到时提醒，超时记入日志。每一类里从上往下，第一条适用的算数。',
    en: 'The times you promise. Agents see the countdown, are warned before it ends, and breaches are logged. In each group, the first rule that fits counts.',
  },
  'first-response': { zh: '首次回应', en: 'First response' },
  'first-responseHint': {
    zh: '从转人工到坐席说第一句话。',
    en: 'From the handoff to the first words of a person.',
  },
  'next-response': { zh: '后续回应', en: 'Next response' },
  'next-responseHint': {
    zh: '从客户发消息到坐席回复。',
    en: 'From the customer’s message to the agent’s reply.',
  },
  resolution: { zh: '解决', en: 'Resolution' },
  resolutionHint: {
    zh: '从转人工到会话结束，等客户回复的时间不算。',
    en: 'From the handoff to the end; it stands still while the customer is waited for.',
  },
  none: { zh: '没有承诺，不计时。', en: 'Nothing is promised and nothing counted.' },
  add: { zh: '加一条', en: 'Add a rule' },
  limit: { zh: '时限', en: 'Limit' },
  calendar: { zh: '按服务时间计算', en: 'Counted in' },
  always: { zh: '全天计算', en: 'Around the clock' },
  warnAt: { zh: '用掉多少时提醒', en: 'Warn at' },
  queues: { zh: '适用队列', en: 'For queues' },
  segments: { zh: '适用分组', en: 'For segments' },
  allQueues: { zh: '全部队列', en: 'All queues' },
  allSegments: { zh: '全部客户', en: 'All customers' },
  minimumPriority: { zh: '优先级至少', en: 'Priority at least' },
  anyPriority: { zh: '不限', en: 'Any' },
  sentenceAll: { zh: '所有会话', en: 'All conversations' },
  within: { zh: '{limit}内', en: 'within {limit}' },
  warned: { zh: '用掉 {share} 时提醒', en: 'warned at {share}' },
  inHours: { zh: '只算「{name}」', en: 'counted in “{name}”' },
  priorityFrom: { zh: '优先级 ≥ {priority}', en: 'priority ≥ {priority}' },
} as const;

export const weightsText = {
  lead: {
    zh: '有几位坐席都能接时，选得分最高的那位。得分由五个方面相乘，权重越大，这方面的差别越要紧；0 表示不看。',
    en: 'When several agents can take a conversation, the highest score gets it. Five factors are multiplied; the greater a weight, the more its differences matter, and 0 leaves it out.',
  },
  factors: { zh: '看重什么', en: 'What matters' },
  fit: { zh: '合适', en: 'Fit' },
  fitHint: {
    zh: '技能和语言多对口。要求 3 级，5 级的人比 3 级的人更合适。',
    en: 'How well skills and languages match. Where level 3 is asked for, level 5 fits better than level 3.',
  },
  load: { zh: '余力', en: 'Room' },
  loadHint: {
    zh: '手上越空越优先，忙的人不会越来越忙。',
    en: 'The more room an agent has left, the sooner they are asked.',
  },
  history: { zh: '熟悉', en: 'History' },
  historyHint: {
    zh: '最近接待过这位客户的优先，客户不用从头讲起。',
    en: 'Whoever served this customer lately comes first, so that nothing is told twice.',
  },
  idle: { zh: '轮到谁', en: 'Turn' },
  idleHint: {
    zh: '空得最久、今天接得最少的优先，让工作量分得公平。',
    en: 'Idle the longest and handled least today: it keeps the work fair.',
  },
  spare: { zh: '惜才', en: 'Sparing' },
  spareHint: {
    zh: '少见的技能留给真正需要它的客户：别人也能接的，先不占用多面手。',
    en: 'Rare skills are kept for those who need them: what others can do does not take up the one who can do everything.',
  },
  off: { zh: '不看', en: 'Left out' },
  weightOf: { zh: '「{name}」的权重', en: 'Weight of {name}' },
  example: { zh: '举个例子', en: 'An example' },
  exampleLead: {
    zh: '三位坐席都能接同一个会话。拉动权重，看会选谁。',
    en: 'Three agents could take the same conversation. Move the weights and see who is chosen.',
  },
  example1: { zh: '专家，手上快满了', en: 'The expert, nearly full' },
  example2: { zh: '新人，刚空下来', en: 'A newcomer with room' },
  example3: { zh: '熟悉这位客户，不算忙', en: 'Knows the customer, not too busy' },
  chosen: { zh: '会选这位', en: 'Chosen' },
  score: { zh: '得分', en: 'Score' },
  rest: { zh: '其他', en: 'Other settings' },
  patienceOfFit: { zh: '等多久，对口程度的分量减半', en: 'Waiting after which fit counts half' },
  patienceOfFitHint: {
    zh: '宁可快一点，不必等最对口的人。',
    en: 'Better soon than perfect.',
  },
  declinedFor: {
    zh: '拒接或错过后，多久不再问同一位',
    en: 'After declining or missing, not asked again for',
  },
  declinedForHint: { zh: '只针对这一个会话。', en: 'For that conversation only.' },
  returnToAgent: { zh: '会话结束后多久内，回到原坐席', en: 'Back to the same agent within' },
  returnToAgentHint: {
    zh: '客户又写来，原坐席有空就还是他接。',
    en: 'A customer who writes again gets the same agent, if free.',
  },
  missedOffers: { zh: '连续错过几次，改为暂离', en: 'Missed offers before “away”' },
  missedOffersHint: {
    zh: '人可能走开了，别让客户等一把空椅子。',
    en: 'They may have stepped out; no customer should wait for an empty chair.',
  },
  times: { zh: '次', en: 'times' },
  channels: { zh: '各渠道占多少容量', en: 'How much each channel takes' },
  channelsHint: {
    zh: '坐席的容量在「团队」里设置。一通电话占 4，容量 4 的坐席接电话时就不再接别的。',
    en: 'An agent’s capacity is set under “Team”. If a call takes 4, an agent with capacity 4 takes nothing else during one.',
  },
} as const;
