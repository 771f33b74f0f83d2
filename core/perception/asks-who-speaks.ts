const chinese =
  /(你|您)(们)?(是|到底是|究竟是)?(不是)?(个)?(ai|机器人|真人|人工智能|人还是)|^[^，,。]{0,2}是不是(机器人|真人|ai)|^(机器人|真人)吗|(?<=^|(?<!让|给|叫|帮)我|在|是|一直)(和|跟|在)(机器人|真人|ai)(说话|聊天|聊)|^(现在|对面|这边)?是(不是)?(机器人|真人|ai)(在)?(回答|回复|回我|说话|聊天)/i;

const speaker = '(?:really )?(?:an? )?(?:real |actual |live )?(?:human|person|bot|chatbot|robot|ai|machine)';
const english = new RegExp(
  `\\bare you ${speaker}\\b|\\bam i (?:talking|speaking|chatting|writing) (?:to|with) ${speaker}\\b|^(?:is|was) (?:this|it|that) ${speaker}(?: being)?(?: or ${speaker})?[?!. ]*$`,
  'i',
);

/** Whether a message asks who is speaking, a person or a machine: that asks for the truth, not for a person. */
export function asksWhoSpeaks(text: string): boolean {
  return chinese.test(text) || english.test(text);
}
