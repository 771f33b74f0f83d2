import type { Bilingual } from '../core/terms/language.ts';

export type OrderStatus =
  | 'awaiting-payment'
  | 'awaiting-dispatch'
  | 'shipped'
  | 'delivered'
  | 'completed'
  | 'cancelled'
  | 'returning';

export const orderStatusNames: Readonly<Record<OrderStatus, Bilingual>> = {
  'awaiting-payment': { zh: '待付款', en: 'Awaiting payment' },
  'awaiting-dispatch': { zh: '待发货', en: 'Awaiting dispatch' },
  shipped: { zh: '已发货', en: 'Shipped' },
  delivered: { zh: '已签收', en: 'Delivered' },
  completed: { zh: '已完成', en: 'Completed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  returning: { zh: '退货中', en: 'Being returned' },
};

export interface OrderItem {
  readonly sku: string;
  readonly quantity: number;
  /** Size or colour. */
  readonly variant?: Bilingual;
  /** Yuan for one, before discounts. */
  readonly unitPrice: number;
}

/** All in yuan; `paid` = items − discount + shipping. */
export interface OrderAmounts {
  readonly items: number;
  readonly discount: number;
  readonly shipping: number;
  readonly paid: number;
}

export interface OrderStep {
  /** ISO 8601 with offset +08:00. */
  readonly at: string;
  readonly text: Bilingual;
}

export interface DemoOrder {
  /** `LYyyyymmdd-nnnn`. */
  readonly number: string;
  readonly contactExternalId: string;
  readonly items: readonly OrderItem[];
  readonly amounts: OrderAmounts;
  readonly status: OrderStatus;
  readonly carrier?: Bilingual;
  readonly trackingNumber?: string;
  readonly placedAt: string;
  /** Oldest first. */
  readonly timeline: readonly OrderStep[];
}

const shunfeng: Bilingual = { zh: '顺丰速运', en: 'SF Express' };
const zhongtong: Bilingual = { zh: '中通快递', en: 'ZTO Express' };
const debang: Bilingual = { zh: '德邦快递', en: 'Deppon' };

/** `step('11-18 20:14', …)` lies in 2026 in China's time. */
function step(at: string, zh: string, en: string): OrderStep {
  return { at: `2026-${at.replace(' ', 'T')}:00+08:00`, text: { zh, en } };
}

export const demoOrders: readonly DemoOrder[] = [
  {
    number: 'LY20261118-0427',
    contactExternalId: 'lanye-10021',
    items: [
      { sku: 'LY-T2', quantity: 1, variant: { zh: '雾青', en: 'Mist green' }, unitPrice: 1299 },
      { sku: 'LY-M1', quantity: 1, unitPrice: 399 },
    ],
    amounts: { items: 1698, discount: 84.9, shipping: 0, paid: 1613.1 },
    status: 'delivered',
    carrier: shunfeng,
    trackingNumber: 'SF0000261118427',
    placedAt: '2026-11-18T20:14:00+08:00',
    timeline: [
      step('11-18 20:14', '已下单', 'Placed'),
      step('11-18 20:15', '微信支付成功', 'Paid by WeChat Pay'),
      step('11-19 10:32', '嘉兴仓已发出', 'Left the Jiaxing warehouse'),
      step('11-20 14:32', '已签收，本人', 'Delivered in person'),
    ],
  },
  {
    number: 'LY20261120-0913',
    contactExternalId: 'lanye-10021',
    items: [{ sku: 'LY-L1', quantity: 1, unitPrice: 269 }],
    amounts: { items: 269, discount: 13.45, shipping: 0, paid: 255.55 },
    status: 'shipped',
    carrier: shunfeng,
    trackingNumber: 'SF0000261120913',
    placedAt: '2026-11-20T21:47:00+08:00',
    timeline: [
      step('11-20 21:47', '已下单并付款', 'Placed and paid'),
      step('11-21 09:58', '嘉兴仓已发出', 'Left the Jiaxing warehouse'),
      step('11-22 08:20', '到达上海徐汇营业点，派送中', 'Out for delivery in Xuhui, Shanghai'),
    ],
  },
  {
    number: 'LY20260822-0177',
    contactExternalId: 'lanye-10021',
    items: [{ sku: 'LY-P45', quantity: 1, variant: { zh: '苔绿 S', en: 'Moss green, S' }, unitPrice: 699 }],
    amounts: { items: 699, discount: 34.95, shipping: 0, paid: 664.05 },
    status: 'completed',
    carrier: shunfeng,
    trackingNumber: 'SF0000260822177',
    placedAt: '2026-08-22T12:05:00+08:00',
    timeline: [
      step('08-22 12:05', '已下单并付款', 'Placed and paid'),
      step('08-22 17:40', '嘉兴仓已发出', 'Left the Jiaxing warehouse'),
      step('08-23 11:16', '已签收', 'Delivered'),
      step('09-01 17:40', '系统自动确认收货', 'Completed automatically'),
    ],
  },
  {
    number: 'LY20261119-0288',
    contactExternalId: 'lanye-10188',
    items: [
      { sku: 'LY-P45', quantity: 1, variant: { zh: '墨黑 M', en: 'Black, M' }, unitPrice: 699 },
      { sku: 'LY-K1', quantity: 1, unitPrice: 359 },
    ],
    amounts: { items: 1058, discount: 30, shipping: 0, paid: 1028 },
    status: 'shipped',
    carrier: zhongtong,
    trackingNumber: 'ZT0000261119288',
    placedAt: '2026-11-19T18:26:00+08:00',
    timeline: [
      step('11-19 18:26', '已下单并付款，使用新人券 ¥30', 'Placed and paid, ¥30 welcome coupon'),
      step('11-20 11:03', '成都仓已发出', 'Left the Chengdu warehouse'),
      step('11-22 07:45', '到达成都高新网点', 'Arrived at the Gaoxin depot, Chengdu'),
    ],
  },
  {
    number: 'LY20261110-3077',
    contactExternalId: 'lanye-10188',
    items: [{ sku: 'LY-L1', quantity: 1, unitPrice: 269 }],
    amounts: { items: 269, discount: 0, shipping: 0, paid: 269 },
    status: 'completed',
    carrier: zhongtong,
    trackingNumber: 'ZT0000261110377',
    placedAt: '2026-11-10T22:51:00+08:00',
    timeline: [
      step('11-10 22:51', '已下单并付款', 'Placed and paid'),
      step('11-11 15:20', '成都仓已发出', 'Left the Chengdu warehouse'),
      step('11-13 12:37', '已签收', 'Delivered'),
      step('11-21 15:20', '系统自动确认收货', 'Completed automatically'),
    ],
  },
  {
    number: 'LY20261108-2210',
    contactExternalId: 'lanye-10007',
    items: [{ sku: 'LY-T4', quantity: 1, variant: { zh: '燕麦色', en: 'Oat' }, unitPrice: 1899 }],
    amounts: { items: 1899, discount: 189.9, shipping: 0, paid: 1709.1 },
    status: 'completed',
    carrier: debang,
    trackingNumber: 'DB0000261108221',
    placedAt: '2026-11-08T10:12:00+08:00',
    timeline: [
      step('11-08 10:12', '已下单并付款，黑金卡 9 折优于满减', 'Placed and paid, 10% tier discount'),
      step('11-08 16:55', '嘉兴仓已发出', 'Left the Jiaxing warehouse'),
      step('11-10 14:20', '送货上楼，已签收', 'Carried upstairs and delivered'),
      step('11-18 16:55', '系统自动确认收货', 'Completed automatically'),
    ],
  },
  {
    number: 'LY20261122-0035',
    contactExternalId: 'lanye-10007',
    items: [{ sku: 'LY-S8', quantity: 1, variant: { zh: '标准', en: 'Regular' }, unitPrice: 1399 }],
    amounts: { items: 1399, discount: 139.9, shipping: 0, paid: 1259.1 },
    status: 'awaiting-dispatch',
    placedAt: '2026-11-22T09:12:00+08:00',
    timeline: [
      step('11-22 09:12', '已下单', 'Placed'),
      step('11-22 09:13', '支付宝付款成功', 'Paid by Alipay'),
      step('11-22 09:40', '嘉兴仓配货中，今天发出', 'Being packed in Jiaxing, leaves today'),
    ],
  },
  {
    number: 'LY20260930-0714',
    contactExternalId: 'lanye-10007',
    items: [{ sku: 'LY-J1', quantity: 1, variant: { zh: '松石 M', en: 'Turquoise, M' }, unitPrice: 1099 }],
    amounts: { items: 1099, discount: 109.9, shipping: 0, paid: 989.1 },
    status: 'completed',
    carrier: shunfeng,
    trackingNumber: 'SF0000260930714',
    placedAt: '2026-09-30T08:33:00+08:00',
    timeline: [
      step('09-30 08:33', '已下单并付款', 'Placed and paid'),
      step('09-30 15:10', '嘉兴仓已发出', 'Left the Jiaxing warehouse'),
      step('10-01 10:48', '已签收', 'Delivered'),
      step('10-10 15:10', '系统自动确认收货', 'Completed automatically'),
    ],
  },
  {
    number: 'LY20261105-0852',
    contactExternalId: 'lanye-10342',
    items: [
      { sku: 'LY-F1', quantity: 1, unitPrice: 329 },
      { sku: 'LY-C1', quantity: 1, unitPrice: 259 },
    ],
    amounts: { items: 588, discount: 60, shipping: 0, paid: 528 },
    status: 'returning',
    carrier: zhongtong,
    trackingNumber: 'ZT0000261105852',
    placedAt: '2026-11-05T09:47:00+08:00',
    timeline: [
      step('11-05 09:47', '已下单并付款，满 500 减 60', 'Placed and paid, ¥60 off from ¥500'),
      step('11-05 16:30', '嘉兴仓已发出', 'Left the Jiaxing warehouse'),
      step('11-08 13:05', '已签收', 'Delivered'),
      step('11-13 10:22', '申请退货：拾柴套锅', 'Return requested: Shichai cookware'),
      step('11-20 15:44', '退货仓已签收，质检中', 'Arrived at the returns warehouse, being inspected'),
    ],
  },
  {
    number: 'LY20261016-0391',
    contactExternalId: 'lanye-10342',
    items: [{ sku: 'LY-K1', quantity: 1, unitPrice: 359 }],
    amounts: { items: 359, discount: 7.18, shipping: 0, paid: 351.82 },
    status: 'cancelled',
    placedAt: '2026-10-16T19:30:00+08:00',
    timeline: [
      step('10-16 19:30', '已下单并付款', 'Placed and paid'),
      step(
        '10-16 20:02',
        '客户取消，已发起退款 ¥351.82',
        'Cancelled by the customer, refund of ¥351.82 issued',
      ),
      step('10-19 11:15', '退款到账微信零钱', 'Refund arrived in WeChat'),
    ],
  },
  {
    number: 'LY20261120-0318',
    contactExternalId: 'lanye-10510',
    items: [
      { sku: 'LY-T3', quantity: 1, variant: { zh: '沙岩', en: 'Sandstone' }, unitPrice: 1599 },
      {
        sku: 'LY-S3',
        quantity: 2,
        variant: { zh: '左拉链、右拉链各一', en: 'One left zip, one right zip' },
        unitPrice: 359,
      },
    ],
    amounts: { items: 2317, discount: 30, shipping: 15, paid: 2302 },
    status: 'shipped',
    carrier: shunfeng,
    trackingNumber: 'SF0000261120318',
    placedAt: '2026-11-20T17:09:00+08:00',
    timeline: [
      step('11-20 17:09', '已下单并付款，加急配送', 'Placed and paid, express'),
      step('11-21 10:41', '嘉兴仓已发出', 'Left the Jiaxing warehouse'),
      step('11-22 06:30', '到达上海转运中心', 'Arrived at the Shanghai hub'),
    ],
  },
  {
    number: 'LY20261122-0102',
    contactExternalId: 'lanye-10510',
    items: [{ sku: 'LY-M1', quantity: 1, unitPrice: 399 }],
    amounts: { items: 399, discount: 0, shipping: 0, paid: 399 },
    status: 'awaiting-payment',
    placedAt: '2026-11-22T14:50:00+08:00',
    timeline: [step('11-22 14:50', '已下单，30 分钟内付款', 'Placed, to be paid within 30 minutes')],
  },
  {
    number: 'LY20261112-1530',
    contactExternalId: 'lanye-10276',
    items: [{ sku: 'LY-J1', quantity: 1, variant: { zh: '炭灰 S', en: 'Charcoal, S' }, unitPrice: 1099 }],
    amounts: { items: 1099, discount: 21.98, shipping: 0, paid: 1077.02 },
    status: 'shipped',
    carrier: zhongtong,
    trackingNumber: 'ZT0000261112153',
    placedAt: '2026-11-12T11:24:00+08:00',
    timeline: [
      step('11-12 11:24', '已下单并付款', 'Placed and paid'),
      step('11-12 16:48', '嘉兴仓已发出', 'Left the Jiaxing warehouse'),
      step('11-17 03:12', '到达兰州转运中心', 'Arrived at the Lanzhou hub'),
    ],
  },
];
