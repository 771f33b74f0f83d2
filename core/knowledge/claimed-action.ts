const claims: readonly RegExp[] = [
  // 「正在为您转接」「已经帮您取消」「马上给您安排」
  /(?:这就|正在|马上|已经|已|立刻|立即|现在就?)(?:为|帮|给|替)[您你][^。！？!?\n]{0,8}(?:转|接通|联系|安排|退|取消|修改|改|提交|登记|补发|下单|申请|办理|开通|处理|通知|反馈|记录|催|查)/u,
  // 「我来帮您转接」「我会给您退款」: the assistant cannot.
  /我(?:来|去|会|可以|能|先)?(?:为|帮|给|替)[您你][^。！？!?\n]{0,6}(?:转接|转人工|转到|接通|联系|安排|退款|退货|取消|修改|提交|登记|补发|下单|办理|催)/u,
  /(?:正在|马上|这就|立即|立刻|现在)[^。！？!?\n，,]{0,4}转(?:接|到|给|至)?[^。！？!?\n，,]{0,6}(?:人工|客服|坐席|专员|同事)/u,
  /\bI(?:['’]ll| will| am|['’]m|['’]ve| have| can| could| just)(?: now| just| already| going to| gladly)*\s+(?:transfer|connect|hand|forward|escalat|refund|cancel|process|submit|book|updat|chang|notif|arrang|issu|reorder)/iu,
  /\b(?:transferring|connecting|handing|putting) you\b/iu,
];

/**
 * Whether a text says that its writer does something: hands over, refunds, cancels. A model can do none of this;
 * what happens is decided by the rules and stands in the log, so such words would promise what nobody does.
 */
export function claimsAction(text: string): boolean {
  return claims.some((claim) => claim.test(text));
}
