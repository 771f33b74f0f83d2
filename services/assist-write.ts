import { citationMarker } from '../core/knowledge/check-citations.ts';
import { statedFigures, writtenFigures } from '../core/knowledge/figures.ts';
import { foreignLinks } from '../core/knowledge/foreign-links.ts';
import { judgeWritten, type Sources, visible, type WrittenRefusal } from '../core/knowledge/judge-written.ts';
import { isNonsense } from '../core/knowledge/nonsense.ts';
import { createWritingGuard } from '../core/knowledge/writing-guard.ts';
import { detectLanguage } from '../core/perception/language.ts';
import type { WritingTask } from '../core/protocol/assist.ts';
import type { Citation, Passage } from '../core/terms/article.ts';
import type { ConversationEvent } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { type ChatModel, type ChatTurn, ModelError, type ModelFailure } from '../plugs/model.ts';
import { draftPrompt, summaryPrompt, textPrompt, transcriptOf } from './assist-prompt.ts';
import { type MeaningFault, meaningFault } from './keeps-meaning.ts';

export type WritingFailure =
  | ModelFailure
  | `model-${WrittenRefusal | MeaningFault | 'wrong-language' | 'not-shorter'}`;

export type Written =
  | { readonly kind: 'done'; readonly text: string; readonly citations: readonly Citation[] }
  | { readonly kind: 'failed'; readonly code: WritingFailure };

export interface WriteRequest {
  readonly task: WritingTask;
  /** What the agent wants in a draft, in their own words. */
  readonly instruction: string;
  readonly events: readonly ConversationEvent[];
  /** The customer's language. */
  readonly language: Language;
  /** The agent's, in which a summary is written. */
  readonly agentLanguage: Language;
  /** What the customer asks for. */
  readonly question: string;
  /** The passages that answer it, best first, what is for staff alone among them. */
  readonly passages: readonly Passage[];
  readonly facts: readonly string[];
  readonly style: readonly string[];
  readonly signal: AbortSignal;
  /** More words to show. */
  readonly onText: (words: string) => void;
}

const mostPassages = 6;
const longestText = 6_000;
/** A summary of five points. */
const longestSummary = 1_200;

/**
 * Writes for an agent with a model: a draft, another wording, a translation, a summary. It only proposes: nothing is
 * sent or stored. Every rule looks at the whole before `done`; what breaks one is `failed`, whatever was streamed. Never
 * throws for the model's faults; an abort ends it as `model-timeout`, which nobody is there to read.
 */
export async function assistWrite(
  needs: { readonly model: ChatModel; readonly knowledge: Pick<Knowledge, 'segment'> },
  request: WriteRequest,
): Promise<Written> {
  try {
    if (request.task.kind === 'draft') return await draft(needs, request);
    if (request.task.kind === 'summary') return await summary(needs, request);
    return await rewrite(needs, request, request.task);
  } catch (error) {
    if (error instanceof ModelError) return failed(error.failure);
    return failed(request.signal.aborted ? 'model-timeout' : 'model-error');
  }
}

const failed = (code: WritingFailure): Written => ({ kind: 'failed', code });

async function draft(needs: Parameters<typeof assistWrite>[0], request: WriteRequest): Promise<Written> {
  const { events, language, instruction, style, facts } = request;
  // What is for staff alone must not find its way into a reply.
  const passages = request.passages.filter(({ audience }) => audience !== 'staff').slice(0, mostPassages);
  if (passages.length === 0) return failed('model-no-answer');
  const said = events.flatMap((event) =>
    event.kind === 'message-received' || event.kind === 'message-sent' ? [event.body.text] : [],
  );
  const sources: Sources = {
    passages,
    question: [...said, ...facts, instruction].join('\n'),
    language,
    segment: needs.knowledge.segment,
  };
  const guard = createWritingGuard(sources);
  const turns = draftPrompt(events, { passages, facts, style, language, instruction });
  const written = await read(needs.model, turns, request.signal, (words) => {
    const guarded = guard.add(words);
    if (guarded.kind === 'stop') return guarded.reason;
    if (guarded.text !== '') request.onText(guarded.text);
    return null;
  });
  if (typeof written !== 'string') return failed(`model-${written.stopped}`);
  const judged = judgeWritten(written, sources);
  if (judged.kind === 'refused') return failed(`model-${judged.reason}`);
  return { kind: 'done', text: withoutMarkers(judged.text), citations: judged.citations };
}

const withoutMarkers = (text: string) =>
  text
    .replace(citationMarker, '')
    .replace(/[ \t]+(?=[。，！？；：、,.!?;:])/g, '')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();

async function rewrite(
  needs: Parameters<typeof assistWrite>[0],
  request: WriteRequest,
  task: Exclude<WritingTask, { kind: 'draft' | 'summary' }>,
): Promise<Written> {
  const language = detectLanguage(task.text, request.language);
  const limit = Math.min(longestText, task.text.length * 4 + 200);
  const written = await read(
    needs.model,
    textPrompt(task, language),
    request.signal,
    plainly(request.onText, limit),
  );
  if (typeof written !== 'string') return failed(`model-${written.stopped}`);
  const text = withoutTags(visible(written)).trim();
  if (text === '') return failed('model-empty');
  const expected = task.kind === 'translate' ? task.to : language;
  if (detectLanguage(text, expected) !== expected) return failed('model-wrong-language');
  if (isNonsense(text, expected)) return failed('model-nonsense');
  if (task.kind === 'shorter' && text.length > task.text.trim().length) return failed('model-not-shorter');
  const fault = meaningFault(task.text, text, expected === language);
  return fault ? failed(`model-${fault}`) : { kind: 'done', text, citations: [] };
}

async function summary(needs: Parameters<typeof assistWrite>[0], request: WriteRequest): Promise<Written> {
  const { agentLanguage } = request;
  const transcript = transcriptOf(request.events, agentLanguage);
  if (transcript === '') return failed('model-no-answer');
  const known = `${transcript}\n${request.facts.join('\n')}`;
  const written = await read(
    needs.model,
    summaryPrompt(transcript, agentLanguage),
    request.signal,
    plainly(request.onText, longestSummary),
  );
  if (typeof written !== 'string') return failed(`model-${written.stopped}`);
  const text = withoutTags(visible(written)).trim();
  if (text === '') return failed('model-empty');
  if (isNonsense(text, agentLanguage)) return failed('model-nonsense');
  if (foreignLinks(text, known).length > 0) return failed('model-foreign-link');
  const stated = statedFigures(known);
  // The numbers of its own points claim nothing.
  const claims = text.replace(/^\s*\d{1,2}[.)、]\s*/gm, '');
  if (writtenFigures(claims).some((figure) => !stated.has(figure))) return failed('model-unsupported-figure');
  return { kind: 'done', text, citations: [] };
}

const plainly = (onText: (words: string) => void, limit: number) => {
  let length = 0;
  return (words: string): WrittenRefusal | null => {
    length += words.length;
    if (length > limit) return 'too-long';
    const shown = visible(words);
    if (shown !== '') onText(shown);
    return null;
  };
};

const withoutTags = (text: string) => text.replace(/<\/?\s*(?:text|conversation)\s*>/gi, '');

/** Everything that the model wrote, or why it was stopped. A model that does not heed its signal is left behind. */
async function read(
  model: ChatModel,
  turns: readonly ChatTurn[],
  signal: AbortSignal,
  add: (words: string) => WrittenRefusal | null,
): Promise<string | { readonly stopped: WrittenRefusal }> {
  const end = new AbortController();
  const joined = AbortSignal.any([signal, end.signal]);
  const reader = model.stream({ turns, signal: joined })[Symbol.asyncIterator]();
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(joined.reason);
    if (joined.aborted) stop();
    else joined.addEventListener('abort', stop, { once: true });
  });
  stopped.catch(() => undefined);
  let text = '';
  try {
    for (;;) {
      const next = await Promise.race([reader.next(), stopped]);
      if (next.done) return text;
      text += next.value;
      const why = add(next.value);
      if (why) return { stopped: why };
    }
  } finally {
    end.abort();
    void reader.return?.().catch(() => undefined);
  }
}
