import type {
  DisputedList,
  DisputedModel,
  ExampleMatter,
  ExampleSource,
  Explanation,
  IntentSummary,
  LearnedModel,
  ModelOverview,
  TrainingExample,
} from '../../../core/protocol/understanding.ts';
import { api } from '../../ui/api.ts';

/** The calls of `/api/understanding`. All throw `ApiError`. */

export interface ExampleFilter {
  readonly model: ExampleMatter;
  readonly source?: ExampleSource;
  readonly label?: string;
  readonly query?: string;
  readonly removed?: boolean;
}

export interface NewExample {
  readonly model: ExampleMatter;
  readonly text: string;
  readonly label: string;
}

export const explain = (text: string) => api.post<Explanation>('/api/understanding/explain', { text });

/** `counts`: of a judged wish or risk, how many rows each label has. */
export interface ExamplePage {
  readonly examples: readonly TrainingExample[];
  readonly next: string | null;
  readonly counts?: readonly { readonly label: string; readonly examples: number }[];
}

/** One page, newest first; `next` is what the following page is asked `after`. */
export function listExamples(filter: ExampleFilter, after: string | null, signal?: AbortSignal, limit = 50) {
  const search = new URLSearchParams({ limit: String(limit) });
  for (const [name, value] of Object.entries({ ...filter, after }))
    if (value) search.set(name, String(value));
  return api.get<ExamplePage>(`/api/understanding/examples?${search}`, signal);
}
/** `examples`: the example as it stands, where one was added. */
export interface AddedExamples {
  readonly changed: number;
  readonly examples: readonly TrainingExample[];
}

export const addExamples = (examples: readonly NewExample[]) =>
  api.post<AddedExamples>('/api/understanding/examples', { examples });
export const removeExamples = (ids: readonly string[]) =>
  api.post<{ removed: number }>('/api/understanding/examples/remove', { ids });
export const restoreExamples = (ids: readonly string[]) =>
  api.post<{ restored: number }>('/api/understanding/examples/restore', { ids });
export const listIntents = (signal?: AbortSignal) =>
  api.get<{ intents: readonly IntentSummary[] }>('/api/understanding/intents', signal);

/** One page of what waits for a judgement, newest first. */
export function listDisputed(
  model: DisputedModel | undefined,
  after: string | null,
  signal?: AbortSignal,
  limit = 30,
) {
  const search = new URLSearchParams({ limit: String(limit) });
  if (model) search.set('model', model);
  if (after) search.set('after', after);
  return api.get<DisputedList>(`/api/understanding/disputed?${search}`, signal);
}
/** `label` null leaves the message out for good. */
export const judge = (id: string, label: string | null) =>
  api.post('/api/understanding/disputed/judge', { id, label });
export const reopen = (id: string) => api.post('/api/understanding/disputed/reopen', { id });

export const listModels = (signal?: AbortSignal) =>
  api.get<{ models: readonly ModelOverview[] }>('/api/understanding/models', signal);
export const trainModel = (model: LearnedModel) => api.post(`/api/understanding/models/${model}/train`);
export const publishVersion = (model: LearnedModel, version: number) =>
  api.post<{ inForce: number }>(`/api/understanding/models/${model}/versions/${version}/publish`);
