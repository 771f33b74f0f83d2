import type { HandoffReasonCode } from '../terms/handoff-reason.ts';
import type { Bilingual } from '../terms/language.ts';

/** What the assistant says in its own name; answers come from the knowledge base. */
export const assistantText = {
  greeting: {
    zh: '您好！我是 AI 助手，商品、订单、退换货的问题都可以直接问我；需要时随时可以转人工。',
    en: 'Hello! I’m the AI assistant. Ask me about products, orders or returns – and you can switch to a person at any time.',
  },
  thanks: {
    zh: '不客气！还有别的问题，随时告诉我。',
    en: 'You’re welcome! If there is anything else, just ask.',
  },
  farewell: { zh: '感谢您的咨询，祝您生活愉快！', en: 'Thank you for getting in touch. Have a good day!' },
  confirmed: { zh: '好的。还有什么可以帮您？', en: 'Good. Is there anything else I can help with?' },
  identity: {
    zh: '我是 AI 助手，不是真人。常见问题我可以马上回答；需要真人客服，点「转人工」就行。',
    en: 'I’m an AI assistant, not a person. I can answer common questions right away; tap “Talk to a person” whenever you want one.',
  },
  clarify: { zh: '您想了解的是下面哪一个？', en: 'Which of these do you mean?' },
  clarifyOne: { zh: '您想问的是这个吗？', en: 'Is this what you mean?' },
  openingCalm: {
    zh: '别着急，可以这样处理：',
    en: 'Don’t worry – here is what to do:',
  },
  openingSorry: {
    zh: '给您带来不便，非常抱歉。可以这样处理：',
    en: 'I’m sorry about the trouble. Here is what to do:',
  },
  unknownButUrgent: {
    zh: '我明白您现在着急。这件事我没有把握，不想耽误您：要我马上请人工客服来处理吗？',
    en: 'I understand this is urgent. I’m not certain about it and don’t want to hold you up: shall I bring in a person right away?',
  },
  unknownButSorry: {
    zh: '很抱歉让您失望了。这件事我没有把握，不想耽误您：要我马上请人工客服来处理吗？',
    en: 'I’m sorry for letting you down. I’m not certain about this and don’t want to hold you up: shall I bring in a person right away?',
  },
  unknown: {
    zh: '这个问题我没有查到可靠的资料，不敢随便回答您。要请人工客服帮您看看吗？您也可以换个说法再问一次。',
    en: 'I couldn’t find anything reliable on this, so I’d rather not guess. Shall I bring in a person? You can also try asking in other words.',
  },
  denied: {
    zh: '抱歉，我没有理解对。您可以换个说法再告诉我一次，或者直接转人工。',
    en: 'Sorry, I got that wrong. You could put it another way, or talk to a person right away.',
  },
  attachment: {
    zh: '文件收到了。我还看不懂图片和文件，请用文字告诉我遇到了什么问题，或者直接转人工。',
    en: 'I’ve received your file. I can’t read images or files yet – please tell me in words what the problem is, or talk to a person.',
  },
  empty: { zh: '您好，请问有什么可以帮您？', en: 'Hello, what can I help you with?' },
  stillUnsolved: {
    zh: '如果还没有解决，我可以请人工客服接着帮您。',
    en: 'If this still doesn’t help, I can bring in a person.',
  },
  resumed: {
    zh: '接下来由我（AI 助手）继续为您服务。还有什么问题，请直接告诉我；需要人工客服，随时可以再转。',
    en: 'I’m the AI assistant, and I’ll take it from here. Just tell me what else you need; you can switch to a person again at any time.',
  },
} satisfies Record<string, Bilingual>;

/** How the assistant says that it hands over, by the first reason. What was said goes along; nobody has to repeat it. */
export const handoffText: Record<HandoffReasonCode, Bilingual> = {
  'customer-returned': {
    zh: '好的，我请刚才为您服务的同事继续处理。',
    en: 'Sure – I’m bringing back the colleague who helped you just now.',
  },
  'customer-asked': {
    zh: '好的，正在为您转接人工客服。您说过的内容会一并转交，不用再重复。',
    en: 'Sure – I’m bringing in a person. Everything you’ve said goes along, so you won’t have to repeat it.',
  },
  anger: {
    zh: '非常抱歉给您带来这样的麻烦。我马上请人工客服来处理，您说的情况会一并转交，不用再重复。',
    en: 'I’m very sorry about this trouble. I’m bringing in a person right now; everything you’ve told me goes along.',
  },
  'repeated-question': {
    zh: '同一个问题您已经问了几次，我的回答没有帮到您，抱歉。我这就请人工客服接手，前面的对话会一并转交。',
    en: 'You’ve asked this more than once and my answers didn’t help – sorry. A person will take over now, with everything said so far.',
  },
  'no-progress': {
    zh: '看来我没能帮上忙，抱歉。我这就请人工客服接手，前面的对话会一并转交，不用再重复。',
    en: 'It seems I’m not getting you any further – sorry. A person will take over now, with everything said so far.',
  },
  'low-confidence': {
    zh: '这个问题我没有把握答对，我请人工客服来帮您，前面的对话会一并转交。',
    en: 'I’m not sure enough to answer this correctly, so I’m bringing in a person, with everything said so far.',
  },
  'nothing-known': {
    zh: '这个问题我没有可靠的资料，我请人工客服来帮您，前面的对话会一并转交。',
    en: 'I have nothing reliable on this, so I’m bringing in a person, with everything said so far.',
  },
  'long-conversation': {
    zh: '我们聊了好一会儿还没有解决，抱歉。我请人工客服接手，前面的对话会一并转交。',
    en: 'We’ve been at this for a while without a solution – sorry. A person will take over, with everything said so far.',
  },
  'model-failed': {
    zh: '抱歉，让您久等了。我这边暂时答不上来，这就请人工客服来帮您。',
    en: 'Sorry to keep you waiting. I can’t answer right now, so I’m bringing in a person.',
  },
  'agent-transferred': { zh: '正在为您转接另一位客服。', en: 'I’m transferring you to a colleague.' },
  'agent-silent': { zh: '正在为您换一位客服。', en: 'Another agent will be with you.' },
  'agent-left': { zh: '正在为您换一位客服。', en: 'Another agent will be with you.' },
  rule: {
    zh: '这件事由人工客服来处理更稳妥，我这就为您转接，您说过的内容会一并转交，不用再重复。',
    en: 'A person can handle this better than I can. I’m bringing one in now; everything you’ve said goes along.',
  },
  complaint: {
    zh: '非常抱歉让您有这样的体验。您反映的情况很重要，我马上请负责的同事来处理，您说的内容会一并转交，不用再重复。',
    en: 'I’m very sorry about this experience. It matters to us: a colleague who can deal with it will take over now, with everything you’ve said.',
  },
  'refund-dispute': {
    zh: '退款的事让您费心了，抱歉。这需要人工客服核对后处理，我马上为您转接，您说的内容会一并转交。',
    en: 'I’m sorry about the trouble with your refund. A person needs to look into it; I’m bringing one in now, with everything you’ve said.',
  },
  'legal-threat': {
    zh: '您的诉求我们会认真对待。我马上请负责的同事与您沟通，您说的内容会一并转交。',
    en: 'We take this seriously. I’m bringing in a colleague who is responsible for it, with everything you’ve said.',
  },
  'self-harm': {
    zh: '听到您这么说，我很担心您。您不必一个人扛着：我马上请同事来陪您聊聊。如果现在有危险，请拨打 120 或 110；也可以随时拨打全国心理援助热线 12356。',
    en: 'I’m really worried about you, and you don’t have to carry this alone. A person will be with you right away. If you are in danger now, please call your local emergency number, or somebody you trust.',
  },
  safety: {
    zh: '请先保证人身安全：马上停止使用，远离危险；有人受伤或起火，请先拨打 120 或 119。我已经请人工客服优先处理。',
    en: 'Your safety comes first: please stop using it and keep away from danger; if somebody is hurt or there is a fire, call the emergency services. I’ve asked a person to take this up first.',
  },
  press: {
    zh: '您反映的情况我们很重视，我马上请负责的同事与您沟通，您说的内容会一并转交。',
    en: 'This matters to us. I’m bringing in a colleague who is responsible for it, with everything you’ve said.',
  },
  abuse: {
    zh: '很抱歉没有帮到您。我这就请人工客服接手，前面的对话会一并转交。',
    en: 'I’m sorry I haven’t been able to help. A person will take over now, with everything said so far.',
  },
};
