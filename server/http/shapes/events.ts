import { z } from 'zod';
import type { ConversationEvent, EventBodies, EventKind } from '../../../core/terms/event.ts';
import {
  assistUse,
  deadline,
  disagreement,
  keptEstimate,
  opinion,
  previousConversation,
  routingExplanation,
  triageVerdict,
} from './event-parts.ts';
import { count, language, list, named, nothing, shapeOf, share, time } from './shape-of.ts';
import {
  actor,
  attachment,
  citation,
  decision,
  disposition,
  handoffReason,
  insteadOfWaiting,
  perceptionOf,
  skillNeed,
  slaClock,
  slaTarget,
  waitEstimate,
} from './terms.ts';

const id = z.string();
const of = z.int().min(1).describe('seq of the message that it is about');
const sla = z.strictObject({ target: slaTarget, ruleId: id, dueAt: time });

/** The body of every kind of event. */
const bodies = shapeOf<EventBodies>()(
  z.strictObject({
    'conversation-opened': z.strictObject({
      inboxId: id,
      contactId: id,
      language,
      channel: z.string().optional(),
      previous: previousConversation.optional(),
    }),
    'message-received': z.strictObject({
      text: z.string(),
      attachments: list(attachment).optional(),
      products: list(z.string()).optional(),
      deadline: deadline.optional(),
    }),
    perceived: perceptionOf({ of }),
    decided: z.strictObject({
      of,
      decision,
      confidence: share,
      reasons: list(handoffReason),
      considered: list(z.strictObject({ articleId: id, title: z.string(), confidence: share })),
      noProgress: z.boolean(),
      question: z.string().optional(),
      repeated: z.boolean(),
      answerer: z.enum(['built-in', 'model']),
      fallback: z.string().optional(),
      policyVersion: count,
      own: z.strictObject({ product: z.string(), of: z.string() }).optional(),
      triage: triageVerdict.optional(),
      needsHuman: z.strictObject({ probability: share, raw: share, weights: z.string() }).optional(),
    }),
    'second-opinion': z.strictObject({ of, opinion, disagreements: list(disagreement) }),
    'perception-corrected': z.strictObject({
      of,
      what: z.enum(['emotion', 'intent', 'wish']),
      from: z.string().nullable(),
      to: z.string(),
    }),
    'message-sent': z.strictObject({
      text: z.string(),
      language: language.optional(),
      citations: list(citation).optional(),
      attachments: list(attachment).optional(),
      choices: list(z.string()).optional(),
      offersHuman: z.boolean().optional(),
      answerId: z.string().optional(),
      assist: assistUse.optional(),
      manner: z.strictObject({ apologised: z.boolean(), phrases: list(z.string()) }).optional(),
    }),
    'handoff-requested': z.strictObject({
      by: z.enum(['contact', 'assistant', 'system']),
      reasons: list(handoffReason),
      triage: triageVerdict.optional(),
    }),
    queued: z.strictObject({
      queueId: id,
      priority: z.number(),
      reasons: list(handoffReason),
      waitingSince: time.optional(),
      skills: list(skillNeed).optional(),
      segment: z.string().nullable().optional(),
      weight: z.number().optional(),
      preferredAgentId: id.optional(),
      policyVersion: count.optional(),
      meanwhile: z.literal('assistant').optional(),
      deadline: deadline.optional(),
    }),
    offered: z.strictObject({ agentId: id, agentName: z.string(), routing: routingExplanation, deadline }),
    'offer-ended': z.strictObject({
      agentId: id,
      why: z.enum(['declined', 'expired', 'left', 'withdrawn']),
      reason: z.string().optional(),
    }),
    assigned: z.strictObject({
      agentId: id,
      agentName: z.string(),
      how: z.enum(['offer', 'auto', 'pull', 'take-over', 'return']).optional(),
      routing: routingExplanation.optional(),
      deadline: deadline.optional(),
    }),
    transferred: z.strictObject({
      fromAgentId: id,
      toAgentId: id,
      toAgentName: z.string(),
      note: z.string(),
      deadline: deadline.optional(),
    }),
    'returned-to-assistant': z.strictObject({ agentId: id, note: z.string() }),
    'note-added': z.strictObject({
      text: z.string(),
      whisper: z.boolean().optional(),
      to: id.optional(),
      withheld: z.literal(true).optional(),
    }),
    'helper-added': z.strictObject({ agentId: id, agentName: z.string(), note: z.string() }),
    'helper-removed': z.strictObject({ agentId: id }),
    'labels-changed': z.strictObject({ labels: list(z.string()) }),
    'notice-given': z.strictObject({
      code: z.enum([
        'nobody-online',
        'still-waiting',
        'agent-changed',
        'answer-delayed',
        'closed',
        'message-taken',
      ]),
      position: z.int().min(1).optional(),
      estimate: waitEstimate.optional(),
      opensAt: time.optional(),
      instead: list(insteadOfWaiting).optional(),
      deadline: deadline.optional(),
    }),
    'message-left': z.strictObject({
      way: z.enum(['message', 'callback']),
      phone: z.string().optional(),
      email: z.string().optional(),
      slot: z.strictObject({ from: time, to: time }).optional(),
      deadline: deadline.optional(),
    }),
    'sla-changed': z.strictObject({ clocks: list(slaClock) }),
    'sla-warned': sla,
    'sla-breached': sla,
    'supervisor-alerted': z.strictObject({
      why: z.enum(['agent-silent', 'waiting-long', 'callback-due', 'nobody-left']),
      deadline: deadline.optional(),
    }),
    resolved: z.strictObject({ disposition, note: z.string(), estimate: keptEstimate.optional() }),
    reopened: nothing,
    rated: z.strictObject({ score: z.int().min(1).max(5), comment: z.string() }),
  }),
).shape;

const envelope = shapeOf<Omit<ConversationEvent, 'kind' | 'body'>>()(
  z.strictObject({
    conversationId: z.uuid(),
    seq: z.int().min(1).describe('counts from 1 inside its conversation, without gaps'),
    id,
    actor,
    at: time,
  }),
).shape;

const [first, ...others] = (Object.keys(bodies) as EventKind[]).map((kind) =>
  z.strictObject({ ...envelope, kind: z.literal(kind), body: bodies[kind] }),
);

/** An event of the log as its reader may see it: what is not for them is left out of its body. */
export const conversationEvent = named(
  'ConversationEvent',
  // Of each kind with its own body, which the compiler no longer tells apart.
  z.discriminatedUnion('kind', [first!, ...others]) as unknown as z.ZodType<ConversationEvent>,
);
