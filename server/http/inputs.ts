import { z } from 'zod';

/** What may stand in a text that is stored: no NUL, no half of a surrogate pair. The database could not hold them. */
export const clean = (text: string) => text.replaceAll('\0', '').toWellFormed();

/** A message of a customer or an agent: 10,000 characters, as every desk of the field allows. */
export const messageText = z.string().max(10_000).transform(clean);
/** What somebody looks for, or the name of something in the store. */
export const searchText = (longest: number) => z.string().max(longest).transform(clean);
export const shortText = z.string().max(500).transform(clean);
export const filledText = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => clean(text).trim())
    .refine((text) => text.length > 0, 'must not be empty');

export const uuid = z.uuid().toLowerCase();
/** Made by the caller; a repeat of it is harmless. No `/`: what Tandem derives from it has one. */
export const commandId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/, 'must be a UUID or 8–64 letters, digits, - and _');

export const conversationParams = z.object({ id: uuid });
export const language = z.enum(['zh', 'en']);
export const disposition = z.enum(['solved', 'solved-with-follow-up', 'not-solved', 'no-reply', 'spam']);

/** A refinement: a message says something or brings a file. */
export const hasContent = [
  ({ text, attachments }: { text: string; attachments: readonly string[] }) =>
    text.trim() !== '' || attachments.length > 0,
  { message: 'a message needs text or a file', path: ['text'] as string[] },
] as const;

export const sendInput = z
  .object({
    id: commandId,
    text: messageText,
    attachments: z.array(uuid).max(10).default([]),
    /** Of the page on which it is written: articles about other products do not answer. */
    products: z.array(filledText(60)).max(10).optional(),
  })
  .refine(...hasContent);

const assistKind = z.enum(['reply', 'passage', 'solved', 'step', 'ghost', 'written']);
const assistItem = z.object({ kind: assistKind, ref: searchText(200) });
const mostAssistItems = 12;

/** What help stood beside a reply that an agent sends. What was taken was shown, and what was not taken was not edited. */
export const assistUse = z
  .object({
    shown: z.array(assistItem).max(mostAssistItems),
    taken: z.array(assistItem).max(mostAssistItems),
    edited: z.number().min(0).max(1).nullable(),
  })
  .refine(({ taken, edited }) => taken.length > 0 || edited === null, {
    message: 'nothing was taken that could be edited',
    path: ['edited'],
  });

export const replyInput = z
  .object({
    id: commandId,
    text: messageText,
    attachments: z.array(uuid).max(10).default([]),
    assist: assistUse.optional(),
  })
  .refine(...hasContent);
