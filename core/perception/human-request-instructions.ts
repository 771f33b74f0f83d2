/** A call that is wished for: 打我电话, call me. */
const call = /电话|来电|打给我|call|phone|ring/;
/** The moment at which somebody who brings or mounts something is to call: 送货前, 快到了, when the driver is here. */
const beforeArrival =
  /(?:送货|送|派送|派件|配送|送达|上门|发货|到货|安装|过来|来|到)(?:之前|以前|前|的时候|时)(?!间)|快到|(?<!收)到(?:了|达|的话)|到楼下|到门口|到小区|送货|派送|派件(?!员)|\bbefore (?:he|she|they|it|the|delivery|delivering|deliver|coming|arriving)\b|\bwhen (?:he|she|they|it|the driver|the courier|the parcel) ?(?:arrive|come|get|is|are|reach)|\bon (?:arrival|delivery)\b|\bat the (?:gate|door)\b/;
/** Whether somebody is going to call: a question about them. */
const isGoingToCall =
  /(?<!不|机|社|学|协|工|商|年)会(?:不会)?[先再在]?(?:给我|打|call|phone|联系我)|\bwill (?:the|your|my|a|he|she|they)\b.{0,20}\b(?:call|phone|ring)\b/;
/** What a transfer costs and does, and when it happens, in the first person of nobody. */
const aboutTransfers =
  /转(?:接)?人工(?:服务|客服)?(?:要|会不会|会|需要|收)(?!死|我|你|等)[^,]{0,6}(?:收费|钱|排队|丢|扣|影响)|(?:什么|哪些|哪种|怎样的)(?:情况|时候|条件)[^,]{0,4}会?(?:转|接)(?:到)?人工|为什么(?:转人工|人工)(?:要|需要)(?:排队|收费|钱)|(?:这个|这种|这|那|是不是|是否|必须|一定)(?:情况|问题)?(?:都|就|也)?(?:需要|要|得|必须)(?:找|联系|打给|打电话给)?(?:你们)?(?:人工|客服)[^,]{0,6}[吗么嘛]$|[吗么嘛]还是(?:需要|要|得)(?:找|联系)(?:你们)?(?:人工|客服)|(?:必须|一定要)打电话给(?:你们)?客服[吗么嘛]|\bwhat happens (?:when|if|after)\b|\bdoes (?:it|this) cost\b|\bhow much (?:is|does) it\b/;

/**
 * Whether a clause, though it has the words of a wish, tells a courier when to call or asks what a transfer is like:
 * 「到了给我打电话」, 「转人工要收费吗」. `read` is text as `readWhole` leaves it.
 */
export function isInstruction(read: string): boolean {
  return (
    (call.test(read) && (beforeArrival.test(read) || isGoingToCall.test(read))) || aboutTransfers.test(read)
  );
}
