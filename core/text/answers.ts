import type { HiddenKind } from '../terms/draft.ts';
import type { Bilingual, Language } from '../terms/language.ts';

/** Said before a source that exists only in the other language; by the customer's language. */
export const sourceInOtherLanguage: Bilingual = {
  zh: '这部分内容目前只有英文资料，原文如下：',
  en: 'We only have this information in Chinese at the moment. Here is the original text:',
};

/** Said after an answer that leaves out the end of its source. */
export const moreInSource: Bilingual = {
  zh: '完整说明请看下方的来源。',
  en: 'The source below has the full details.',
};

/** Stands for personal data that was taken out of a text. */
export const hiddenData: Readonly<Record<Language, Readonly<Record<HiddenKind, string>>>> = {
  zh: {
    phone: '[电话]',
    email: '[邮箱]',
    order: '[订单号]',
    identity: '[证件号]',
    card: '[卡号]',
    address: '[地址]',
    name: '[姓名]',
    plate: '[车牌]',
    passport: '[护照号]',
    account: '[账号]',
  },
  en: {
    phone: '[phone]',
    email: '[e-mail]',
    order: '[order number]',
    identity: '[ID number]',
    card: '[card number]',
    address: '[address]',
    name: '[name]',
    plate: '[number plate]',
    passport: '[passport number]',
    account: '[account]',
  },
};

export type { HiddenKind };
