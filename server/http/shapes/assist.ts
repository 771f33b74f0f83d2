import { z } from 'zod';
import type {
  AssistFigures,
  AssistFound,
  AssistPassage,
  AssistProcedure,
  AssistReply,
  AssistSolved,
  AssistView,
  DraftCheck,
  DraftWarning,
} from '../../../core/protocol/assist.ts';
import { count, duration, list, seq, shapeOf, share, time } from './shape-of.ts';
import { assistKind, audience, citation } from './terms.ts';

/** The help beside a conversation (实时辅助). */

const text = z.string();

const passage = shapeOf<AssistPassage>('AssistPassage')(
  z.strictObject({
    ref: text.describe('ARTICLE#ORDINAL'),
    citation,
    headings: list(text),
    text: text.describe('Markdown'),
    confidence: share,
    marks: list(text).optional(),
    audience: audience.optional(),
    products: list(text).optional(),
    effectiveFrom: time.nullable().optional(),
    expiresAt: time.nullable().optional(),
  }),
);

const solved = shapeOf<AssistSolved>('AssistSolved')(
  z.strictObject({
    ref: text.describe('the conversation'),
    question: text,
    worked: text,
    agentName: text,
    resolvedAt: time,
    rating: z.int().min(1).max(5).nullable(),
    likeness: share,
  }),
);

const reply = shapeOf<AssistReply>('AssistReply')(
  z.strictObject({
    ref: text,
    text,
    from: z.enum(['article', 'team', 'step']),
    citation: citation.optional(),
    confidence: share,
    sent: count,
    shown: count,
  }),
);

const procedure = shapeOf<AssistProcedure>('AssistProcedure')(
  z.strictObject({
    citation,
    audience: audience.optional(),
    steps: list(z.strictObject({ text, done: z.boolean() })),
    next: count.nullable().describe('place of the next step; null when all are done'),
  }),
);

export const assistView = shapeOf<AssistView>('AssistView')(
  z.strictObject({
    conversationId: z.uuid(),
    of: seq.describe('seq of the message that it is about; 0 where nothing was said yet'),
    question: text,
    passages: list(passage),
    own: z.strictObject({ product: text, of: text }).nullable(),
    solved: list(solved),
    replies: list(reply),
    procedure: procedure.nullable(),
    facts: list(z.strictObject({ label: text, value: text, of: text })),
    tone: z.strictObject({ code: text, advice: text }).nullable(),
    canWrite: z.boolean().describe('a model is configured'),
  }),
);

export const assistFound = shapeOf<AssistFound>()(
  z.strictObject({ passages: list(passage), meant: text.optional() }),
);

const warning = shapeOf<DraftWarning>('DraftWarning')(
  z.strictObject({
    code: text,
    message: text,
    words: text.describe('of the draft that it is about'),
    citation: citation.optional(),
    clause: text.optional(),
    effectiveFrom: time.nullable().optional(),
    expiresAt: time.nullable().optional(),
  }),
);

export const draftCheck = shapeOf<DraftCheck>()(
  z.strictObject({
    warnings: list(warning),
    completion: z.strictObject({ ref: text, text }).nullable(),
  }),
);

const handling = z.strictObject({
  meanMs: duration.nullable(),
  medianMs: duration.nullable(),
  of: count,
});
const part = z.strictObject({ value: share.nullable(), part: count, of: count });

export const assistFigures = shapeOf<AssistFigures>('AssistFigures')(
  z.strictObject({
    from: time,
    to: time,
    replies: count,
    acceptance: part,
    asTaken: part,
    edited: z.strictObject({ value: share.nullable(), of: count }),
    kinds: list(z.strictObject({ kind: assistKind, shown: count, taken: count })),
    handling: z.strictObject({ with: handling, without: handling }),
  }),
);
