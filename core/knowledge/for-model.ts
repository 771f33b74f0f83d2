import type { Language } from '../terms/language.ts';
import { hiddenData } from '../text/answers.ts';
import { personalDataIn } from './remove-personal-data.ts';

/** The provinces of China, which tell nobody's house and decide freight and delivery. */
const province =
  /^(?:中国)?(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?/u;

/**
 * Words of a conversation as they may leave for a model: without what tells who somebody is, like
 * `removePersonalData`, but of an address the province stays, by which freight is told.
 */
export function forModel(text: string, language: Language): string {
  let clean = '';
  let end = 0;
  for (const { kind, from, to } of personalDataIn(text)) {
    const kept = kind === 'address' ? (province.exec(text.slice(from, to))?.[0] ?? '') : '';
    clean += text.slice(end, from) + kept + hiddenData[language][kind];
    end = to;
  }
  return clean + text.slice(end);
}

const placeholders = Object.values(hiddenData).flatMap((words) => Object.values<string>(words));

/** Whether a text repeats the place of something that was taken out: no word for a customer. */
export function tellsOfHidden(text: string): boolean {
  return placeholders.some((placeholder) => text.includes(placeholder));
}
