/** Words of the page on which people judge what the model and the built-in perception understand differently. */
export const judgingText = {
  entry: { zh: '待判断', en: 'To judge' },
  lead: {
    zh: '接的模型和内置的听法不一样的话。选对的那个，就成一条例句，要不要人工和风险立即生效；说不准的不学。号码、姓名和地址已经隐去。',
    en: 'Messages that the model hears otherwise than the built-in rules. The right one you choose becomes an example – of wishes for a person and of risks in force at once; leave out what nobody can tell. Numbers, names and addresses are taken out.',
  },
  keys: {
    zh: '键盘：1 选内置，2 选模型，0 不学，↑ ↓ 换一条',
    en: 'Keys: 1 built-in, 2 model, 0 leave out, ↑ ↓ move',
  },
  about: { zh: '关于什么', en: 'About what' },
  all: { zh: '全部', en: 'All' },
  builtIn: { zh: '内置', en: 'Built-in' },
  byModel: { zh: '语言模型', en: 'Language model' },
  other: { zh: '都不对，选别的', en: 'Neither; choose another' },
  otherShort: { zh: '选别的', en: 'Another' },
  leaveOut: { zh: '不学', en: 'Leave out' },
  strength: { zh: '强度 {share}', en: 'strength {share}' },
  certainty: { zh: '把握 {share}', en: '{share} sure' },
  needed: { zh: '要人工的可能 {share}', en: 'person needed: {share}' },
  unheard: { zh: '没听出要人工', en: 'heard no wish' },
  heard: { zh: '听出要人工', en: 'heard the wish' },
  message: { zh: '客户说：{text}', en: 'The customer says: {text}' },
  judged: { zh: '已记为「{label}」，稍后会自动训练', en: 'Noted as “{label}”; training follows by itself' },
  taught: {
    zh: '已记为「{label}」，整句再来就这样听',
    en: 'Noted as “{label}”; the same message is heard so from now on',
  },
  noted: {
    zh: '已记为误报；内置规则照旧',
    en: 'Noted as a false alarm; the built-in rules stay as they are',
  },
  opinionShare: { zh: '要人工的可能 {share}', en: 'asks for a person: {share}' },
  leftOut: { zh: '不学这一句，不会再来问', en: 'Left out; it will not come back' },
  judgedBefore: { zh: '同事已经判断过这一句。', en: 'A colleague has judged this one already.' },
  done: { zh: '都判断过了', en: 'All judged' },
  doneHint: {
    zh: '模型和内置再有不同的听法，会列在这里。',
    en: 'What the model hears otherwise next will be listed here.',
  },
  doneOther: { zh: '这一类没有待判断的', en: 'Nothing of this kind to judge' },
  doneOtherHint: { zh: '换到别的一类看看。', en: 'Choose another kind.' },
  noModel: { zh: '还没有第二种听法', en: 'No second opinion yet' },
  noModelHint: {
    zh: '接上模型（TANDEM_MODEL_URL）并让它一起听（TANDEM_MODEL_OPINION），它和内置听法不同的话会列在这里。',
    en: 'Connect a model (TANDEM_MODEL_URL) and let it listen, too (TANDEM_MODEL_OPINION): what it hears otherwise will be listed here.',
  },
} as const;
