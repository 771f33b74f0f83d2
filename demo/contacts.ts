import type { Bilingual } from '../core/terms/language.ts';

export type MemberTier = 'standard' | 'silver' | 'gold' | 'black-gold';

export const memberTierNames: Readonly<Record<MemberTier, Bilingual>> = {
  standard: { zh: '普通会员', en: 'Standard' },
  silver: { zh: '银卡', en: 'Silver' },
  gold: { zh: '金卡', en: 'Gold' },
  'black-gold': { zh: '黑金卡', en: 'Black Gold' },
};

/** A customer of the demo shop. All persons, numbers and addresses are invented. */
export interface DemoContact {
  /** The shop's own id of the customer, as the widget passes it on. */
  readonly externalId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly tier: MemberTier;
  readonly city: Bilingual;
  /** What colleagues should know before they write. */
  readonly note: Bilingual;
  /** Day of the first order, `YYYY-MM-DD`. */
  readonly since: string;
}

export const demoContacts: readonly DemoContact[] = [
  {
    externalId: 'lanye-10021',
    name: '林晓语',
    email: 'lin.xiaoyu@example.com',
    phone: '19900000101',
    tier: 'gold',
    city: { zh: '上海', en: 'Shanghai' },
    note: {
      zh: '周末常去莫干山徒步，喜欢先收到换新再寄回旧件。',
      en: 'Hikes most weekends; prefers to get the new one before sending the old one back.',
    },
    since: '2023-04-15',
  },
  {
    externalId: 'lanye-10188',
    name: '周子航',
    email: 'zhou.zihang@example.com',
    phone: '19900000102',
    tier: 'standard',
    city: { zh: '成都', en: 'Chengdu' },
    note: {
      zh: '今年刚开始夜跑和徒步，第一次在我们这里买头灯。',
      en: 'New to night running and hiking this year.',
    },
    since: '2026-11-10',
  },
  {
    externalId: 'lanye-10007',
    name: '陈静怡',
    email: 'chen.jingyi@example.com',
    phone: '19900000103',
    tier: 'black-gold',
    city: { zh: '杭州', en: 'Hangzhou' },
    note: {
      zh: '两个孩子，自驾露营为主，常到西溪店自提。',
      en: 'Two children, camps by car, often collects at the Xixi shop.',
    },
    since: '2019-09-08',
  },
  {
    externalId: 'lanye-10342',
    name: '王建国',
    email: 'wang.jianguo@example.com',
    phone: '19900000104',
    tier: 'silver',
    city: { zh: '北京', en: 'Beijing' },
    note: {
      zh: '退休教师，更习惯打电话，步骤请说慢一点。',
      en: 'Retired teacher, prefers the telephone; please explain step by step.',
    },
    since: '2024-10-02',
  },
  {
    externalId: 'lanye-10510',
    name: 'Emma Clarke',
    email: 'emma.clarke@example.com',
    phone: '19900000105',
    tier: 'standard',
    city: { zh: '上海', en: 'Shanghai' },
    note: {
      zh: '在上海工作的英国人，请用英语。',
      en: 'British, works in Shanghai; please write in English.',
    },
    since: '2026-11-20',
  },
  {
    externalId: 'lanye-10276',
    name: '赵雪',
    email: 'zhao.xue@example.com',
    phone: '19900000106',
    tier: 'silver',
    city: { zh: '乌鲁木齐', en: 'Urumqi' },
    note: {
      zh: '收货在新疆，物流较慢，曾因停滞来询问过。',
      en: 'Parcels to Xinjiang are slow; has asked about a stuck one before.',
    },
    since: '2025-05-19',
  },
];
