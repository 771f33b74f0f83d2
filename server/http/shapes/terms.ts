import { z } from 'zod';
import type { Actor, Role } from '../../../core/terms/actor.ts';
import type { AgentStatus, AwayReason } from '../../../core/terms/agent-status.ts';
import type { ArticleStatus, Audience, Citation } from '../../../core/terms/article.ts';
import type { Attachment } from '../../../core/terms/attachment.ts';
import type {
  AssistKind,
  Decision,
  Disposition,
  InsteadOfWaiting,
  WaitEstimate,
} from '../../../core/terms/event.ts';
import type { HandoffFactor } from '../../../core/terms/handoff-factor.ts';
import type { HandoffReason } from '../../../core/terms/handoff-reason.ts';
import type { Owner } from '../../../core/terms/owner.ts';
import { emotions, type Perception } from '../../../core/terms/perception.ts';
import type { SkillNeed } from '../../../core/terms/skill.ts';
import type { SlaClock, SlaTarget } from '../../../core/terms/sla.ts';
import { risks } from '../../../core/terms/triage.ts';
import { bilingual, count, duration, figures, language, list, shapeOf, share, time } from './shape-of.ts';

/** The glossary's small things, as answers hold them. */

export const emotion = z.enum(emotions);
export const risk = z.enum(risks);
export const role = shapeOf<Role>()(z.enum(['agent', 'supervisor', 'administrator']));
export const articleStatus = shapeOf<ArticleStatus>()(
  z.enum(['draft', 'review', 'published', 'expired', 'archived']),
);
export const audience = shapeOf<Audience>()(z.enum(['everyone', 'staff']));
export const decision = shapeOf<Decision>()(
  z.enum(['answer', 'clarify', 'offer-human', 'hand-off', 'small-talk']),
);
export const disposition = shapeOf<Disposition>()(
  z.enum(['solved', 'solved-with-follow-up', 'not-solved', 'no-reply', 'spam']),
);
export const insteadOfWaiting = shapeOf<InsteadOfWaiting>()(z.enum(['message', 'callback', 'assistant']));
export const assistKind = shapeOf<AssistKind>()(
  z.enum(['reply', 'passage', 'solved', 'step', 'ghost', 'written']),
);
export const agentStatus = shapeOf<AgentStatus>()(z.enum(['online', 'busy', 'away', 'wrap-up', 'offline']));
export const awayReason = shapeOf<AwayReason>()(
  z.enum(['break', 'meal', 'meeting', 'training', 'coaching', 'other', 'missed-offers']),
);
export const handoffFactor = shapeOf<HandoffFactor>()(
  z.enum([
    'failed-answers',
    'low-confidence',
    'mood',
    'worse-mood',
    'asked-again',
    'same-answer',
    'long-message',
    'many-messages',
    'came-back',
  ]),
);

export const actor = shapeOf<Actor>('Actor')(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('contact'), id: z.string() }),
    z.strictObject({ kind: z.literal('assistant') }),
    z.strictObject({ kind: z.literal('agent'), id: z.string(), name: z.string() }),
    z.strictObject({ kind: z.literal('system') }),
  ]),
);

export const owner = shapeOf<Owner>('Owner')(
  z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('assistant') }),
      z.strictObject({ kind: z.literal('queue'), queueId: z.string() }),
      z.strictObject({ kind: z.literal('agent'), agentId: z.string() }),
      z.strictObject({ kind: z.literal('nobody') }),
    ])
    .describe('who holds the conversation and may speak to the customer'),
);

export const attachment = shapeOf<Attachment>('Attachment')(
  z.strictObject({
    id: z.uuid(),
    name: z.string(),
    mediaType: z.string().describe('found by looking at the bytes'),
    size: z.int().min(1).describe('bytes'),
  }),
);

export const citation = shapeOf<Citation>('Citation')(
  z
    .strictObject({
      articleId: z.string(),
      articleVersion: count,
      ordinal: count.describe('of the passage in the article'),
      title: z.string(),
    })
    .describe('what a sentence of an answer rests on'),
);

export const disagreementMatter = z.enum(['wish', 'need', 'mood', 'risk', 'intent']);

export const handoffReason = shapeOf<HandoffReason>('HandoffReason')(
  z.strictObject({
    code: z.enum([
      'customer-asked',
      'no-progress',
      'repeated-question',
      'low-confidence',
      'nothing-known',
      'anger',
      'long-conversation',
      'predicted',
      'second-opinion',
      'model-failed',
      'agent-transferred',
      'agent-silent',
      'agent-left',
      'customer-returned',
      'rule',
      ...risks,
    ]),
    figures: figures.optional(),
    evidence: list(z.string()).optional().describe('words of the customer that led to it'),
    factors: list(handoffFactor).optional(),
    matters: list(disagreementMatter).optional(),
    rule: z.strictObject({ id: z.string(), name: bilingual }).optional(),
  }),
);

export const perception = shapeOf<Perception>('Perception')(perceptionOf({}));

/** What was understood of a message, with more fields beside it. */
export function perceptionOf<More extends z.core.$ZodLooseShape>(more: More) {
  return z.strictObject({
    language,
    wantsHuman: z.boolean(),
    emotion,
    intensity: share.describe('0 is calm'),
    abuse: share.optional(),
    act: z.enum(['question', 'greeting', 'thanks', 'confirmation', 'denial', 'farewell', 'empty']),
    risks: list(risk).optional(),
    intent: z
      .strictObject({
        name: z.string(),
        probability: share,
        outOfScope: z.boolean(),
        outOfScopeProbability: share.optional(),
      })
      .optional(),
    evidence: list(z.strictObject({ signal: z.string(), words: list(z.string()) })),
    weights: z.record(z.string(), z.string()).optional().describe('version of each learned model asked'),
    ...more,
  });
}

export const skillLevel = z.literal([1, 2, 3, 4, 5]);
export const skillNeed = shapeOf<SkillNeed>()(z.strictObject({ skill: z.string(), level: skillLevel }));

export const waitEstimate = shapeOf<WaitEstimate>('WaitEstimate')(
  z.strictObject({ fromMs: duration, toMs: duration }),
);

export const slaTarget = shapeOf<SlaTarget>()(z.enum(['first-response', 'next-response', 'resolution']));

export const slaClock = shapeOf<SlaClock>('SlaClock')(
  z.strictObject({
    target: slaTarget,
    ruleId: z.string(),
    startedAt: time,
    limitMs: duration,
    calendarId: z.string().optional(),
    warnAt: time,
    dueAt: time,
    warned: z.boolean(),
    breached: z.boolean(),
    paused: z.strictObject({ at: time, toWarnMs: z.number(), toDueMs: z.number() }).optional(),
  }),
);
