/** Words of the calendars' editor. */
export const calendarsText = {
  lead: {
    zh: '服务时间供队列和时效承诺使用：队列据此开关，时效只算营业的时间。',
    en: 'Queues and service levels use these hours: queues open and close by them, and promises of time count only while open.',
  },
  add: { zh: '新建服务时间', en: 'New hours' },
  newName: { zh: '新的服务时间', en: 'New hours' },
  none: {
    zh: '还没有服务时间，所有队列全天候开放，时效全天计算。',
    en: 'There are no hours yet: every queue is always open and promises count around the clock.',
  },
  list: { zh: '全部服务时间', en: 'All hours' },
  name: { zh: '名称', en: 'Name' },
  timeZone: { zh: '时区', en: 'Time zone' },
  removeTitle: { zh: '删除「{name}」？', en: 'Remove “{name}”?' },
  removeBody: {
    zh: '用到它的队列和时效承诺要另选一个，否则发布不了。',
    en: 'Queues and service levels that use it need another one before you can publish.',
  },
  week: { zh: '每周', en: 'The week' },
  weekHint: {
    zh: '写成 09:00-12:00 13:30-18:00，几段之间空一格；留空就是休息。午夜写 24:00，跨过零点的班分写在两天。',
    en: 'Write 09:00-12:00 13:30-18:00 with a space between spans; empty is a closed day. Midnight is 24:00; a shift past midnight stands on two days.',
  },
  hoursOf: { zh: '{day}的时间', en: 'Hours of {day}' },
  closed: { zh: '休息', en: 'Closed' },
  copyDownLabel: { zh: '把周一的时间照抄到周五', en: 'Copy Monday’s hours to Friday' },
  notATime: { zh: '看不懂「{text}」，请写成 09:00-18:00', en: '“{text}” is not a span: write 09:00-18:00' },
  pastMidnight: {
    zh: '「{text}」跨过了零点，请分写在两天',
    en: '“{text}” passes midnight: put it on two days',
  },
  overlaps: { zh: '时段「{text}」和前一段重叠', en: '“{text}” overlaps the one before' },
  perWeek: { zh: '每周 {hours} 小时', en: '{hours} hours a week' },

  holidays: { zh: '法定节假日', en: 'Public holidays' },
  holidaysCn: { zh: '按中国的放假安排，包括调休上班', en: 'China’s holidays, with their working weekends' },
  holidaysNone: { zh: '不看节假日', en: 'No public holidays' },
  holidaysHint: {
    zh: '数据到 {year} 年。下面的例外日期优先于节假日。',
    en: 'Known up to {year}. The exceptions below outrank them.',
  },
  provisional: {
    zh: '国务院还没有公布这一年的安排，这里只有法定的放假日，没有调休。公布后请用「导入日期」补上。',
    en: 'This year’s schedule is not published yet: only the days that the law names are here, without working weekends. Import it once it is out.',
  },
  off: { zh: '休', en: 'off' },
  work: { zh: '班', en: 'work' },
  offWords: { zh: '放假', en: 'closed' },
  workWords: { zh: '调休上班', en: 'working day' },
  year: { zh: '{year} 年', en: '{year}' },

  exceptions: { zh: '例外日期', en: 'Exceptions' },
  exceptionsHint: {
    zh: '公司自己的安排：年会休息、大促加班。它说了算。',
    en: 'What your house decided: closed for a party, open longer for a sale. It outranks everything else.',
  },
  noExceptions: { zh: '没有例外。', en: 'There are none.' },
  addException: { zh: '加一天', en: 'Add a day' },
  day: { zh: '日期', en: 'Day' },
  reason: { zh: '原因', en: 'Reason' },
  hours: { zh: '时间', en: 'Hours' },
  kind_closed: { zh: '休息', en: 'Closed' },
  'kind_as-weekday': { zh: '照常上班', en: 'A working day' },
  kind_other: { zh: '另定时间', en: 'Other hours' },
  import: { zh: '导入日期', en: 'Import days' },
  importLead: {
    zh: '一行一天：日期,原因,时间，用逗号隔开。时间写「休息」「上班」或 09:00-18:00。也可以直接粘贴表格、.ics 日历或节假日 JSON。',
    en: 'One day a line: date, reason, hours, separated by commas. Hours are closed, open or 09:00-18:00. Sheets, .ics calendars and holiday JSON work too.',
  },
  importExample: {
    zh: '2026-12-31,年终盘点,休息\n2026-11-11,大促,08:00-24:00',
    en: '2026-12-31,stocktaking,closed\n2026-11-11,sale,08:00-24:00',
  },
  importFile: { zh: '选择文件', en: 'Choose a file' },
  importAccepted: { zh: '读懂了 {count} 天', en: '{count} {count|day|days} understood' },
  importRejected: {
    zh: '{count} 行没读懂，不会导入',
    en: '{count} {count|line was|lines were} not understood and will be left out',
  },
  importGo: { zh: '导入 {count} 天', en: 'Import {count} {count|day|days}' },
  importLine: { zh: '第 {line} 行', en: 'Line {line}' },
} as const;

/** From Monday to Sunday. */
export const weekdayWord = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
] as const;
