import { z } from 'zod';
import type {
  ProposalDecision,
  ProposalList,
  ProposalNeighbour,
  ProposalRow,
  ProposalView,
} from '../../../core/protocol/drafts.ts';
import { count, language, list, shapeOf, share, time } from './shape-of.ts';
import { articleStatus, audience } from './terms.ts';

/** What conversations propose for the knowledge base (知识提案). */

const text = z.string();
const state = z.enum(['waiting', 'accepted', 'merged', 'rejected']);

const row = {
  id: text,
  kind: z.enum(['new', 'addition']),
  articleId: text,
  language,
  title: text,
  state,
  conversations: count,
  newestAt: time,
  isRejectedBefore: z.boolean(),
  changedAt: time,
};

export const proposalList = shapeOf<ProposalList>()(
  z.strictObject({
    proposals: list(shapeOf<ProposalRow>('ProposalRow')(z.strictObject(row))),
    counts: z.record(state, count),
  }),
);

const decision = shapeOf<ProposalDecision>('ProposalDecision')(
  z.strictObject({
    state: state.exclude(['waiting']),
    reason: text.nullable(),
    by: text,
    at: time,
    articleId: text.nullable(),
  }),
);

const neighbour = shapeOf<ProposalNeighbour>('ProposalNeighbour')(
  z.strictObject({
    articleId: text,
    version: count,
    status: articleStatus,
    audience,
    title: text,
    body: text,
    likeness: share,
    same: list(z.strictObject({ drafted: text, published: text })),
    contradictions: list(
      z.strictObject({
        kind: z.enum(['figure', 'date', 'polarity', 'payer']),
        words: text,
        clause: text,
        differing: z.strictObject({ words: text, clause: text }),
      }),
    ),
    merged: text.describe('what merging would save'),
  }),
);

const hidden = z.enum([
  'phone',
  'email',
  'order',
  'identity',
  'card',
  'address',
  'name',
  'plate',
  'passport',
  'account',
]);

export const proposal = shapeOf<ProposalView>('Proposal')(
  z.strictObject({
    ...row,
    similarQuestions: list(text),
    parts: z.strictObject({ steps: list(text), conditions: list(text), avoid: list(text) }),
    body: text,
    topic: text,
    removed: z.partialRecord(hidden, count).describe('personal data taken out, by kind'),
    inboxIds: list(text),
    writtenBy: text.describe('the model that wrote it; empty where rules extracted it'),
    draftVersion: count,
    sources: list(
      z.strictObject({ conversationId: z.uuid(), question: text, agentName: text, resolvedAt: time }),
    ),
    decision: decision.nullable(),
    rejectedBefore: decision.nullable(),
    neighbours: list(neighbour),
  }),
);
export const done = z.strictObject({ ok: z.literal(true) });
