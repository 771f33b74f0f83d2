import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import {
  APICallError,
  extractReasoningMiddleware,
  type LanguageModel,
  type ModelMessage,
  StreamProviderError,
  streamText,
  wrapLanguageModel,
} from 'ai';
import { type ChatCall, type ChatModel, ModelError, type ModelFailure } from '../../plugs/model.ts';

/** An OpenAI-compatible chat server. Times in ms. */
export interface OpenAiCompatibleSettings {
  /** The base address, as `https://models.example/v1`. */
  readonly url: string;
  readonly key: string | undefined;
  readonly name: string;
  /** Until the model begins, be it to reason or to write. */
  readonly firstTokenMs: number;
  readonly totalMs: number;
}

/** A server that asks for no more patience than this is asked once more. */
const longestRetryAfterMs = 1000;

/**
 * A model behind any server that speaks OpenAI's chat completions, streamed. What a model reasons, in its own field
 * or between `<think>` tags, is never yielded. No sampling parameter and no token limit is sent: servers differ in
 * which they refuse, and length is the caller's to bound.
 *
 * Its errors name the failure and the HTTP status and nothing else: the library's own errors carry the request, and
 * with it the customer's words and the key.
 */
export function createOpenAiCompatible(settings: OpenAiCompatibleSettings): ChatModel {
  const server = createOpenAICompatible({ name: 'model', baseURL: settings.url, apiKey: settings.key });
  const model = wrapLanguageModel({
    model: server.chatModel(settings.name),
    middleware: extractReasoningMiddleware({ tagName: 'think' }),
  });
  return { name: settings.name, stream: (call) => stream(model, settings, call) };
}

async function* stream(
  model: LanguageModel,
  settings: OpenAiCompatibleSettings,
  call: ChatCall,
): AsyncGenerator<string> {
  call.signal.throwIfAborted();
  const limit = new AbortController();
  const expire = () => limit.abort();
  const total = setTimeout(expire, settings.totalMs);
  const first = setTimeout(expire, settings.firstTokenMs);
  const attempt = {
    model,
    call,
    signal: AbortSignal.any([call.signal, limit.signal]),
    began: () => clearTimeout(first),
  };
  try {
    try {
      yield* streamOnce(attempt);
    } catch (error) {
      const patience = retryAfterMs(error);
      if (patience === undefined) throw error;
      await pause(patience, attempt.signal);
      yield* streamOnce(attempt);
    }
  } catch (error) {
    call.signal.throwIfAborted();
    if (limit.signal.aborted) throw new ModelError('model-timeout', 'the model took longer than it may');
    throw error instanceof ModelError ? error : modelErrorOf(error);
  } finally {
    clearTimeout(total);
    clearTimeout(first);
    // Closes the connection when the reader stopped early.
    limit.abort();
  }
}

interface Attempt {
  readonly model: LanguageModel;
  readonly call: ChatCall;
  readonly signal: AbortSignal;
  readonly began: () => void;
}

async function* streamOnce({ model, call, signal, began }: Attempt): AsyncGenerator<string> {
  const { stream: parts } = streamText({
    model,
    instructions: call.turns.flatMap(({ role, text }) => (role === 'system' ? [text] : [])).join('\n\n'),
    messages: call.turns.filter(({ role }) => role !== 'system').map(messageOf),
    maxRetries: 0,
    abortSignal: signal,
    // Errors come as parts of the stream; by default they would be printed too, request and all.
    onError: () => undefined,
  });
  let hasText = false;
  for await (const part of parts) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'abort') signal.throwIfAborted();
    if (part.type === 'reasoning-delta') began();
    if (part.type === 'text-delta' && part.text !== '') {
      began();
      hasText ||= part.text.trim() !== '';
      yield part.text;
    }
    if (part.type === 'finish' && part.finishReason === 'length')
      throw new ModelError('model-broken-stream', 'the answer was cut off at the token limit of the server');
  }
  signal.throwIfAborted();
  if (!hasText) throw new ModelError('model-empty', 'the model ended without a word');
}

function messageOf({ role, text }: ChatCall['turns'][number]): ModelMessage {
  return { role: role === 'assistant' ? 'assistant' : 'user', content: text };
}

function modelErrorOf(error: unknown): ModelError {
  if (StreamProviderError.isInstance(error))
    return new ModelError(failureOf(error.statusCode ?? 500), 'the model server failed while it answered');
  if (!APICallError.isInstance(error))
    return new ModelError('model-broken-stream', 'the answer broke off or could not be read');
  const status = error.statusCode;
  if (status === undefined) return new ModelError('model-error', 'the model server cannot be reached');
  return new ModelError(failureOf(status), `the model server answered ${status}`);
}

function failureOf(status: number): ModelFailure {
  if (status === 429) return 'model-overloaded';
  if (status === 401 || status === 403) return 'model-refused-key';
  return status < 300 ? 'model-broken-stream' : 'model-error';
}

/** How long to wait before the one retry; undefined when it would not help or last too long. */
function retryAfterMs(error: unknown): number | undefined {
  if (!APICallError.isInstance(error) || (error.statusCode !== 429 && error.statusCode !== 503)) return;
  const wanted = error.responseHeaders?.['retry-after'];
  const milliseconds = wanted === undefined ? Number.NaN : Number(wanted) * 1000;
  return milliseconds >= 0 && milliseconds <= longestRetryAfterMs ? milliseconds : undefined;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
