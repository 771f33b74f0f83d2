import { z } from 'zod';
import type { BootResult, InboxFace, InboxView } from '../../../core/protocol/views.ts';
import { bilingual, list, seq, shapeOf, time } from './shape-of.ts';

const lines = list(z.string());
const face = {
  id: z.string(),
  name: bilingual,
  greeting: bilingual,
  suggestions: z.strictObject({ zh: lines, en: lines }),
  accent: z.string(),
  assistantName: bilingual,
  maximumUploadBytes: z.int(),
};
const inboxFace = shapeOf<InboxFace>('InboxFace')(z.strictObject(face));

export const boot = shapeOf<BootResult>('BootResult')(
  z.strictObject({
    token: z.string(),
    expiresAt: time.describe('boot again with `visitor` before it passes'),
    visitor: z.string().describe('makes this browser the same visitor next time; a secret'),
    contact: z.strictObject({ id: z.uuid(), name: z.string(), verified: z.boolean() }),
    conversationId: z.uuid().describe('for the first message, where there is no conversation yet'),
    lastSeq: seq,
    inbox: inboxFace,
  }),
);

export const inbox = shapeOf<InboxView>('Inbox')(
  z.strictObject({
    ...face,
    allowedOrigins: list(z.string()).describe('none: every origin may embed the widget'),
    requireIdentity: z.boolean(),
    identityKeyId: z.string(),
    identitySecret: z.string().optional().describe('shown once, right after it was made'),
  }),
);
export const inboxes = z.strictObject({ inboxes: list(inbox) });
