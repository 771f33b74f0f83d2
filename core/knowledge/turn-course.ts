/** How a customer tells what a try brought. All linear. */
const confirmation =
  /^(?:好了|可以了|弄好了|搞定|解决了|行了|亮了|修好了|成功了|没问题了|好使了)|(?:终于|现在|真的|果然)?(?:可以了|好了|解决了|搞定了|正常了|能用了|成功了|亮了|退成了|登上了)|谢谢.{0,6}$|\b(?:it works|works now|that (?:worked|did it|helped)|fixed|solved|sorted|perfect|thank you|thanks)\b/i;
const failure =
  /不行|没用|没效果|没反应|不管用|还是(?:一样|老样子|这样|没|不|红|报错|失败|登不)|依然|仍然(?:不|没)|试过了|试了.{0,6}(?:不|没)|不好使|还不(?:行|能|可以)|\b(?:still (?:not|no|doesn|won|isn|the same|blinking|failing|fails|red|stuck)|did(?:n['’]t| not) (?:work|help)|does(?:n['’]t| not) work|not working|no luck|same (?:error|problem)|tried that)\b/i;
const question =
  /[?？]|吗|怎么|如何|为什么|能不能|可不可以|有没有(?!问题)|有无|会不会|要不要|是不是|多少|哪里?|什么时候|另外|(?:^|[，,。\s])(?:对了|顺便)[，,\s]|还有(?:个|一)|再问|\b(?:how|what|why|can|could|where|when|also|another)\b/i;
const own =
  /(?:我)?自己(?:弄好|搞定|解决|修好|找到|试出来|发现)|原来(?:是|要|得|需要)|我发现(?:是|要|只要|得)|\b(?:i (?:figured|worked) it out|i fixed it|turns? out|turned out|i solved it|never ?mind, i)\b/i;

const isShort = (text: string) => text.length <= 60;

/** Whether the customer says that it is solved. */
export const isConfirmation = (text: string): boolean =>
  isShort(text) && confirmation.test(text) && !isFailure(text) && !/[?？]/.test(text);

/** Whether the customer says that what was tried does not work. */
export const isFailure = (text: string): boolean =>
  text.length <= 120 && failure.test(text) && !own.test(text);

/** Whether the customer asks something; only talk behind a solved matter is none. */
export const isNewQuestion = (text: string): boolean => text.length >= 6 && question.test(text);

/** Whether the customer tells how they solved it without anybody. */
export const isOwnSolution = (text: string): boolean => own.test(text);
