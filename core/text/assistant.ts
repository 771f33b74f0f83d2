import type { HandoffReasonCode } from '../terms/handoff-reason.ts';
import type { Bilingual } from '../terms/language.ts';

/** What the assistant says in its own name; how it asks, offers and meets a mood stands in `manner.ts`. */
export const assistantText = {
  /** Of an inbox that has no greeting of its own. */
  greeting: {
    zh: '您好！我是 AI 助手，商品、订单、退换货的问题都可以直接问我；需要时随时可以转人工。',
    en: 'Hello! I’m the AI assistant. Ask me about products, orders or returns – and you can switch to a person at any time.',
  },
  /** To a greeting: the inbox's own stands above it already, so not the same again. */
  hello: {
    zh: '您好，AI 助手在的。想问什么直接说就行；需要真人客服，随时可以转人工。',
    en: 'Hello, the AI assistant is here. Just ask – and you can switch to a person at any time.',
  },
  identity: {
    zh: '我是 AI 助手，不是真人。常见问题我可以马上回答；需要真人客服，点「转人工」就行。',
    en: 'I’m an AI assistant, not a person. I can answer common questions right away; tap “Talk to a person” whenever you want one.',
  },
  /** To a message that is an order number, a phone number or the like, which nobody but a person can look up. */
  ownNumber: {
    zh: '号码收到了。查订单、核对信息要由人工客服来做，要我现在请他们过来吗？您发的号码会一并带过去。',
    en: 'Got the number. Looking it up takes a person – shall I bring one in now? What you sent goes along.',
  },
  attachment: {
    zh: '文件收到了。我还看不懂图片和文件，请用文字告诉我遇到了什么问题，或者直接转人工。',
    en: 'I’ve received your file. I can’t read images or files yet – please tell me in words what the problem is, or talk to a person.',
  },
  empty: { zh: '您好，请问有什么可以帮您？', en: 'Hello, what can I help you with?' },
  resumed: {
    zh: '接下来由我（AI 助手）继续为您服务。还有什么问题，请直接告诉我；需要人工客服，随时可以再转。',
    en: 'I’m the AI assistant, and I’ll take it from here. Just tell me what else you need; you can switch to a person again at any time.',
  },
} satisfies Record<string, Bilingual>;

/**
 * How the assistant says that it hands over, by the first reason. What goes along and what happens next is said after
 * it, and the feeling is met before it (`core/manner/hand-over.ts`).
 */
export const handoffText: Record<HandoffReasonCode, Bilingual> = {
  'customer-returned': {
    zh: '好的，我请刚才为您服务的同事继续处理。',
    en: 'Sure – I’m bringing back the colleague who helped you just now.',
  },
  'customer-asked': {
    zh: '好的，正在为您转接人工客服。',
    en: 'Sure – I’m bringing in a person.',
  },
  anger: {
    zh: '我现在就请人工客服来处理。',
    en: 'I’m bringing in a person right now.',
  },
  'repeated-question': {
    zh: '同一个问题您已经问了几次，我的回答没有帮到您，抱歉。我这就请人工客服接手。',
    en: 'You’ve asked this more than once and my answers didn’t help – sorry. I’m handing over to a person now.',
  },
  'no-progress': {
    zh: '看来我没能帮上忙，抱歉。我这就请人工客服接手。',
    en: 'It seems I’m not getting you any further – sorry. I’m handing over to a person now.',
  },
  'second-opinion': {
    zh: '这件事我怕理解得不对，我请人工客服来帮您。',
    en: 'I may be misunderstanding this, so I’m bringing in a person.',
  },
  'low-confidence': {
    zh: '这个问题我没有把握答对，我请人工客服来帮您。',
    en: 'I’m not sure enough to answer this correctly, so I’m bringing in a person.',
  },
  'nothing-known': {
    zh: '这个问题我没有可靠的资料，我请人工客服来帮您。',
    en: 'I have nothing reliable on this, so I’m bringing in a person.',
  },
  'long-conversation': {
    zh: '我们聊了好一会儿还没有解决，抱歉。我请人工客服接手。',
    en: 'We’ve been at this for a while without a solution – sorry. I’m handing over to a person.',
  },
  predicted: {
    zh: '这件事请人工客服来看会更快一些。我这就为您转接。',
    en: 'A person can sort this out faster than I can, so I’m bringing one in now.',
  },
  'model-failed': {
    zh: '抱歉，让您久等了。我这边暂时答不上来，这就请人工客服来帮您。',
    en: 'Sorry to keep you waiting. I can’t answer right now, so I’m bringing in a person.',
  },
  'agent-transferred': { zh: '正在为您转接另一位客服。', en: 'I’m transferring you to a colleague.' },
  'agent-silent': { zh: '正在为您换一位客服。', en: 'Another agent will be with you.' },
  'agent-left': { zh: '正在为您换一位客服。', en: 'Another agent will be with you.' },
  rule: {
    zh: '这件事由人工客服来处理更稳妥，我这就为您转接。',
    en: 'A person can handle this better than I can, so I’m bringing one in now.',
  },
  complaint: {
    zh: '很抱歉让您有这样的体验。您反映的情况很重要，我这就转给负责的同事处理。',
    en: 'I’m sorry about this experience. It matters to us: I’m handing it to a colleague who can deal with it.',
  },
  'refund-dispute': {
    zh: '退款的事让您费心了，抱歉。这需要人工客服核对，我这就为您转接。',
    en: 'I’m sorry about the trouble with your refund. A person needs to look into it, so I’m bringing one in now.',
  },
  'legal-threat': {
    zh: '您的诉求我们会认真对待。我这就请负责的同事与您沟通。',
    en: 'We take this seriously. I’m bringing in a colleague who is responsible for it.',
  },
  'self-harm': {
    zh: '谢谢您愿意说出来。您的安全比什么都重要，您不必一个人扛着：我马上请同事来陪您聊聊。如果现在有危险，请拨打 120 或 110；也可以随时拨打全国心理援助热线 12356。',
    en: 'Thank you for telling me. Your safety matters more than anything, and you don’t have to carry this alone. I’m asking a person to join you right away. If you are in danger now, please call your local emergency number, or somebody you trust.',
  },
  safety: {
    zh: '请先确保人身安全：马上停止使用，远离危险；有人受伤或起火，请先拨打 120 或 119。我已经请人工客服优先处理。',
    en: 'Your safety comes first: please stop using it and keep away from danger; if somebody is hurt or there is a fire, call the emergency services. I’ve asked a person to take this up first.',
  },
  press: {
    zh: '您反映的情况我们很重视，我这就请负责的同事与您沟通。',
    en: 'This matters to us. I’m bringing in a colleague who is responsible for it.',
  },
  abuse: {
    zh: '没有帮到您，抱歉。我这就请人工客服接手。',
    en: 'I’m sorry I haven’t been able to help. I’m handing over to a person now.',
  },
};
