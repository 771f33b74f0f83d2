import { z } from 'zod';
import type { PublicArticle } from '../../core/protocol/articles.ts';
import type { SystemView } from '../../core/protocol/system.ts';
import type { BootResult, Colleague, InboxStanding } from '../../core/protocol/views.ts';
import type { Attachment } from '../../core/terms/attachment.ts';
import { errorText } from '../../core/text/errors.ts';

/** The answers of the calls that other programs make, for the description; `test/flows/description.test.ts` holds them true. */

const time = z.int().describe('epoch milliseconds');
const language = z.enum(['zh', 'en']);
const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const nothing = z.strictObject({});

/** What every call says when it refuses. */
export const refusal = z.strictObject({
  error: z.strictObject({
    code: z.enum(Object.keys(errorText) as [string, ...string[]]).describe('stable; programs decide by it'),
    message: z.string().describe('for people, in the language of Accept-Language'),
    details: z.unknown().optional(),
  }),
});

const placed = z.strictObject({
  seq: z.int().min(0).describe('where it stands in the log of the conversation'),
  repeated: z.boolean().describe('the same id was there before, or nothing had to change'),
});

const event = z
  .strictObject({
    conversationId: z.uuid(),
    seq: z.int().min(1),
    id: z.string(),
    kind: z.string(),
    actor: z.looseObject({ kind: z.enum(['contact', 'assistant', 'agent', 'system']) }),
    at: time,
    body: z.looseObject({}),
  })
  .describe('its bodies by kind: core/terms/event.ts');

const events = z.strictObject({
  events: z.array(event),
  upTo: z.int().min(0).describe('the cursor to ask with next'),
});

const boot = z.strictObject({
  token: z.string(),
  expiresAt: time,
  visitor: z.string(),
  contact: z.strictObject({ id: z.uuid(), name: z.string(), verified: z.boolean() }),
  conversationId: z.uuid(),
  lastSeq: z.int().min(0),
  inbox: z.strictObject({
    id: z.string(),
    name: bilingual,
    greeting: bilingual,
    suggestions: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }),
    accent: z.string(),
    assistantName: bilingual,
    maximumUploadBytes: z.int(),
  }),
}) satisfies z.ZodType<BootResult>;

const standing = z.strictObject({
  isOpen: z.boolean(),
  opensAt: time.nullable(),
  agentsOnline: z.int().min(0),
  instead: z.array(z.enum(['message', 'callback', 'assistant'])),
  callbackSlots: z.array(z.strictObject({ from: time, to: time })),
}) satisfies z.ZodType<InboxStanding>;

const attachment = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int().min(1),
}) satisfies z.ZodType<Attachment>;

const colleague = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(['agent', 'supervisor', 'administrator']),
  disabled: z.boolean(),
  presence: z.enum(['online', 'busy', 'away', 'wrap-up', 'offline']),
  awayReason: z
    .enum(['break', 'meal', 'meeting', 'training', 'coaching', 'other', 'missed-offers'])
    .optional(),
  awayNote: z.string().optional(),
  presenceSince: time,
  wrapUpUntil: time.optional(),
  open: z.int().min(0),
  load: z.number().min(0),
  profile: z.strictObject({
    skills: z.record(z.string(), z.literal([1, 2, 3, 4, 5])),
    languages: z.array(language),
    capacity: z.number(),
    maximumConversations: z.int(),
  }),
}) satisfies z.ZodType<Colleague>;
const signedIn = z.strictObject({ agent: colleague });

const publicArticle = z.strictObject({
  id: z.string(),
  language,
  title: z.string(),
  body: z.string(),
  topic: z.string(),
  version: z.int().min(1),
  updatedAt: time,
  effectiveFrom: time.nullable(),
  expiresAt: time.nullable(),
  place: z
    .strictObject({ ordinal: z.int().min(0).nullable(), change: z.enum(['same', 'changed', 'gone']) })
    .optional(),
}) satisfies z.ZodType<PublicArticle>;

const configured = { name: z.string(), host: z.string() };
const system = z.strictObject({
  model: z.strictObject(configured).nullable(),
  embedding: z.strictObject({ ...configured, known: z.int().min(0), awaited: z.int().min(0) }).nullable(),
  articles: z.int().min(0),
}) satisfies z.ZodType<SystemView>;

const commands = [
  'messages',
  'human',
  'assistant',
  'rating',
  'leave-message',
  'accept',
  'decline',
  'take-over',
  'replies',
  'return',
  'transfer',
  'resolve',
  'notes',
  'helpers',
  'helpers/remove',
  'labels',
  'corrections',
].map((verb): [string, z.ZodType] => [`POST /api/conversations/{id}/${verb}`, placed]);

/** By method and path as the description writes them. */
export const answers: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...commands,
  ['POST /api/widget/boot', boot],
  ['GET /api/standing', standing],
  ['GET /api/conversations/{id}/events', events],
  ['POST /api/conversations/{id}/attachments', attachment],
  ['GET /api/articles/{id}/public', publicArticle],
  ['POST /api/session', signedIn],
  ['GET /api/session', signedIn],
  ['DELETE /api/session', nothing],
  ['PUT /api/session/presence', signedIn],
  ['PUT /api/session/password', nothing],
  ['GET /api/system', system],
  ['GET /api/colleagues', z.strictObject({ colleagues: z.array(colleague) })],
]);
