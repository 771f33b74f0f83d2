import type { Bilingual } from '../core/terms/language.ts';

/** Which drawing stands for a product on the shop's page. */
export type ProductArt =
  | 'tent-small'
  | 'tent-large'
  | 'tent-family'
  | 'sleeping-bag-mummy'
  | 'sleeping-bag-envelope'
  | 'stove'
  | 'backpack'
  | 'headlamp'
  | 'jacket'
  | 'mat'
  | 'trekking-poles'
  | 'cookware';

export interface DemoProduct {
  readonly sku: string;
  readonly name: Bilingual;
  readonly description: Bilingual;
  /** Chinese yuan. */
  readonly price: number;
  readonly art: ProductArt;
}

export interface DemoShop {
  readonly name: Bilingual;
  readonly tagline: Bilingual;
  readonly serviceHours: Bilingual;
  readonly telephone: string;
  readonly email: string;
  readonly products: readonly DemoProduct[];
}

/** The day on which the demo plays (Asia/Shanghai): orders and promotions are told relative to it. */
export const demoToday = '2026-11-22';

/** The invented outdoor brand of the demo. Its figures stand in `facts.md`. */
export const demoShop: DemoShop = {
  name: { zh: '岚野', en: 'Lanye' },
  tagline: { zh: '走进山里，住得安稳', en: 'Into the hills, and sound asleep' },
  serviceHours: {
    zh: '人工客服每天 9:00–21:00，AI 助手 24 小时在线',
    en: 'People every day 9:00–21:00, AI assistant around the clock',
  },
  telephone: '400-000-0617',
  email: 'service@lanye.example',
  products: [
    {
      sku: 'LY-T2',
      name: { zh: '云栖 2 双人帐篷', en: 'Yunqi 2 two-person tent' },
      description: {
        zh: '1.95 kg，双门双前厅，外帐 3000 mm，两个人背着走刚刚好。',
        en: '1.95 kg, two doors, two vestibules, 3000 mm fly: right for two who walk.',
      },
      price: 1299,
      art: 'tent-small',
    },
    {
      sku: 'LY-T3',
      name: { zh: '云栖 3 三人帐篷', en: 'Yunqi 3 three-person tent' },
      description: {
        zh: '宽 180 cm，2.45 kg，带孩子或想住得宽松时选它。',
        en: '180 cm wide, 2.45 kg: with a child, or for more room.',
      },
      price: 1599,
      art: 'tent-large',
    },
    {
      sku: 'LY-T4',
      name: { zh: '山居 4 速开家庭帐篷', en: 'Shanju 4 family tent' },
      description: {
        zh: '一分钟撑开，两大两小，自驾营地的家。',
        en: 'Open in a minute, for two adults and two children by the car.',
      },
      price: 1899,
      art: 'tent-family',
    },
    {
      sku: 'LY-S8',
      name: { zh: '暖巢 800 羽绒睡袋', en: 'Nuanchao 800 down sleeping bag' },
      description: {
        zh: '700 蓬鸭绒 800 g，舒适温度 −6℃，标准和加长两款。',
        en: '800 g of 700-fill down, comfortable to −6℃, regular and long.',
      },
      price: 1399,
      art: 'sleeping-bag-mummy',
    },
    {
      sku: 'LY-S3',
      name: { zh: '暖巢 300 棉睡袋', en: 'Nuanchao 300 sleeping bag' },
      description: {
        zh: '舒适温度 9℃，可机洗，两条能拼成双人。',
        en: 'Comfortable to 9℃, machine-washable, two zip together.',
      },
      price: 359,
      art: 'sleeping-bag-envelope',
    },
    {
      sku: 'LY-F1',
      name: { zh: '燎原一体炉', en: 'Liaoyuan stove' },
      description: {
        zh: '2000 W，两分半烧开半升水，460 g。',
        en: '2000 W, half a litre boiled in two and a half minutes, 460 g.',
      },
      price: 329,
      art: 'stove',
    },
    {
      sku: 'LY-P45',
      name: { zh: '远岫 45 登山包', en: 'Yuanxiu 45 backpack' },
      description: {
        zh: '45+5 L，S、M 两种背长，附防雨罩。',
        en: '45+5 L, two back lengths, rain cover included.',
      },
      price: 699,
      art: 'backpack',
    },
    {
      sku: 'LY-L1',
      name: { zh: '萤火 Pro 头灯', en: 'Yinghuo Pro headlamp' },
      description: {
        zh: '600 流明，86 g，IPX6，可以用手机 App 调光。',
        en: '600 lumens, 86 g, IPX6, dimmed from your phone.',
      },
      price: 269,
      art: 'headlamp',
    },
    {
      sku: 'LY-J1',
      name: { zh: '听雨硬壳冲锋衣', en: 'Tingyu shell jacket' },
      description: {
        zh: '三层压胶，防水 20,000 mm，腋下透气，480 g。',
        en: 'Three layers, 20,000 mm, underarm vents, 480 g.',
      },
      price: 1099,
      art: 'jacket',
    },
    {
      sku: 'LY-M1',
      name: { zh: '卧云充气垫', en: 'Woyun sleeping mat' },
      description: {
        zh: '8 cm 厚，R 值 4.2，520 g，附泵袋。',
        en: '8 cm thick, R-value 4.2, 520 g, pump sack included.',
      },
      price: 399,
      art: 'mat',
    },
    {
      sku: 'LY-K1',
      name: { zh: '量山碳素登山杖（一对）', en: 'Liangshan carbon trekking poles (pair)' },
      description: {
        zh: '三节外锁，62–135 cm，单支 198 g。',
        en: 'Three sections, outer locks, 62–135 cm, 198 g each.',
      },
      price: 359,
      art: 'trekking-poles',
    },
    {
      sku: 'LY-C1',
      name: { zh: '拾柴套锅', en: 'Shichai cookware set' },
      description: {
        zh: '两锅一煎盘，680 g，两三个人的一顿饭。',
        en: 'Two pots and a pan, 680 g, a meal for two or three.',
      },
      price: 259,
      art: 'cookware',
    },
  ],
};
