import { readText } from './read-text.ts';

/** Said of one's own matter; a question ("解决了吗？") says nothing, and is cut away before. */
const solvedWords =
  /(?<![没未不])(?:解决了|解决啦|已解决|搞定|弄好了|修好了|收到了|到账了|退了|查到了|找到了|改好了|能用了|可以用了|好用了|正常了|恢复了|可以了|(?:^|[,。!\s])好了|成功了|没问题了|没事了|明白了|清楚了|懂了|知道了|帮(?:了)?大忙|行了|看[到见]了|有用|下单了|已经下单|提交了|取到了|补好了|那就|我用)|\b(?:solved|sorted|fixed|works now|working now|it works|that works|worked|did the trick|got it working|that (?:helps|helped)|very helpful|all (?:good|set)|that answers|makes sense|found it|received it|picked it up|(?:^|[,.] ?)(?:done|ordered|submitted|saw it|just saw)|i see it|good to know|i'll (?:use|take|try|do)|that's (?:what|all) i (?:needed|wanted))\b/gu;

const unsolvedWords =
  /(?:还是|仍然?|依然|又|照样)(?:不行|不能|没用|没有|没|打不开|用不了|登不上|不对|一样|坏|报错|失败|连不上|收不到|不懂|不明白|不清楚)|没(?:有)?(?:解决|用|回答|帮上|人管|人理)|未解决|不解决|解决不了|不管用|没人处理|答非所问|说了等于没说|白问|算了吧?|不问了|不说了|(?:那我|我)(?:去投诉|投诉)|等于没|不是我(?:问|要|想)|听不懂|看不懂|什么时候才|到底(?:能不能|行不行|什么)|\b(?:still (?:not|no|doesn'?t|isn'?t|can'?t|won'?t|nothing|broken|waiting|the same|failing|don'?t)|not (?:solved|fixed|working|helpful|resolved|what i)|does ?n[o']t (?:work|help)|did ?n[o']t (?:work|help)|no (?:help|use)|useless|never ?mind|forget it|give up|giving up|waste of time|same (?:problem|error|issue)|that (?:doesn'?t|does not) (?:help|answer)|already (?:tried|did|told))\b/gu;

/** A sentence that asks; what it names has not happened. */
const asking = /[^,，。.!！?？\n]*(?:[?？]|吗(?:$|[,，。\n]))/gu;
/** "没问题了" is good news. */
const harmless = /没(?:有)?(?:问题|事)了?|no problem/gu;

const longest = 2_000;

const askingWords =
  /[?？]|吗|怎么|什么|哪|多少|几[个天点]|能不能|可不可以|凭|谁|我(?:要|想)|帮我|\b(?:how|what|when|why|where|who|which|can (?:i|you)|do you|is there|i (?:want|need|asked))\b/u;

/** Somebody who says this waits for an answer. */
export const isAsking = (text: string): boolean => askingWords.test(readText(text).slice(-longest));

const ignorance =
  /没(?:有)?找到|没有(?:.{0,8})(?:信息|内容|数据)|不(?:太)?清楚|无法(?:回答|确认|查询)|\b(?:could ?n[o']t find|have no information|do ?n[o']t know|not sure about|unable to)\b/u;

/** An answer that says that it is none. */
export const knowsNothing = (text: string): boolean => ignorance.test(readText(text).slice(0, longest));

/** The words by which a customer says how it came out. Linear in the text. */
export function outcomeWords(text: string): {
  readonly solved: readonly string[];
  readonly unsolved: readonly string[];
} {
  const read = readText(text).slice(-longest);
  const told = read.replace(asking, '');
  return {
    solved: told.match(solvedWords) ?? [],
    // Asking "why does it still not work?" tells that it does not.
    unsolved: read.replace(harmless, '').match(unsolvedWords) ?? [],
  };
}
