import type { ArticleList } from '../../core/protocol/articles.ts';
import type { AssistFigures } from '../../core/protocol/assist.ts';
import type { ArticleView, Colleague, InboxView, Overview } from '../../core/protocol/views.ts';
import type { Role } from '../../core/terms/actor.ts';
import type { AgentProfile } from '../../core/terms/agent-status.ts';
import type { ArticleReach, ArticleStatus, Audience, Citation } from '../../core/terms/article.ts';
import type { ConversationEvent, Decision } from '../../core/terms/event.ts';
import type { HandoffReason } from '../../core/terms/handoff-reason.ts';
import type { Language } from '../../core/terms/language.ts';
import type { Perception } from '../../core/terms/perception.ts';
import { api } from '../ui/api.ts';

/** The console's calls of `docs/protocol.md`, with the shapes of their answers. All throw `ApiError`. */

/** What a person can change in an article. */
export interface ArticleFields extends Required<ArticleReach> {
  readonly language: Language;
  readonly title: string;
  readonly similarQuestions: readonly string[];
  readonly body: string;
  readonly topic: string;
  readonly translationOf?: string | undefined;
  readonly ownerId: string | null;
  readonly reviewAt: number | null;
}

export interface ArticleFilter {
  readonly status?: ArticleStatus;
  readonly language?: Language;
  readonly topic?: string;
  readonly search?: string;
  readonly audience?: Audience;
  readonly inboxId?: string;
  readonly product?: string;
  readonly ownerId?: string;
  readonly due?: Due;
  /** From 1, twenty articles each. */
  readonly page?: number;
}

/** What time asks for: a review, a first day that is to come, an end within a week. */
export const dues = ['review', 'scheduled', 'ends-soon'] as const;
export type Due = (typeof dues)[number];

/** What the assistant would do with a question. */
export interface Trial {
  readonly decision: Decision;
  readonly confidence: number;
  readonly reasons: readonly HandoffReason[];
  readonly answer?: { readonly text: string; readonly citations?: readonly Citation[] };
  /** Questions that the assistant would offer to choose from. */
  readonly choices: readonly string[];
  readonly candidates: readonly {
    readonly article: { readonly id: string; readonly title: string; readonly language?: Language };
    readonly confidence: number;
    readonly excerpt: string;
  }[];
  readonly perception: Perception;
}

const part = encodeURIComponent;

function queryOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== '') search.set(name, String(value));
  return search.size > 0 ? `?${search}` : '';
}

export const listArticles = (filter: ArticleFilter, signal?: AbortSignal) =>
  api.get<ArticleList>(`/api/articles${queryOf({ ...filter })}`, signal);
export const readArticle = (id: string, signal?: AbortSignal) =>
  api.get<ArticleView>(`/api/articles/${part(id)}`, signal);
export const listVersions = (id: string, signal?: AbortSignal) =>
  api.get<{ versions: readonly ArticleView[] }>(`/api/articles/${part(id)}/versions`, signal);
export const createArticle = (fields: ArticleFields) => api.post<ArticleView>('/api/articles', fields);
/** Throws `version-conflict` when somebody saved after `version`. */
export const saveArticle = (id: string, version: number, fields: ArticleFields, as?: 'draft') =>
  api.put<ArticleView>(`/api/articles/${part(id)}`, {
    version,
    ...fields,
    translationOf: fields.translationOf ?? null,
    ...(as ? { as } : {}),
  });
/** The words of an earlier version as a new one. */
export const restoreArticle = (id: string, version: number, of: number, as?: 'draft') =>
  api.post<ArticleView>(`/api/articles/${part(id)}/restore`, { version, of, ...(as ? { as } : {}) });
export const sendToReview = (id: string, version: number) =>
  api.post<ArticleView>(`/api/articles/${part(id)}/review`, { version });
export const publishArticle = (id: string, version: number) =>
  api.post<ArticleView>(`/api/articles/${part(id)}/publish`, { version });
export const archiveArticle = (id: string, version: number) =>
  api.post<ArticleView>(`/api/articles/${part(id)}/archive`, { version });

export const tryQuestion = (text: string, language?: Language) =>
  api.post<Trial>('/api/knowledge/try', { text, ...(language ? { language } : {}) });

export const readEvents = (conversationId: string, signal?: AbortSignal) =>
  api.get<{ events: readonly ConversationEvent[]; upTo: number }>(
    `/api/conversations/${part(conversationId)}/events?after=0&wait=0`,
    signal,
  );
export const readOverview = (from: number, to: number, signal?: AbortSignal) =>
  api.get<Overview>(
    `/api/reports/overview${queryOf({ from, to, utcOffsetMinutes: -new Date().getTimezoneOffset() })}`,
    signal,
  );

export const readAssistFigures = (from: number, to: number, signal?: AbortSignal) =>
  api.get<AssistFigures>(`/api/assist/figures${queryOf({ from, to })}`, signal);

export const listInboxes = (signal?: AbortSignal) =>
  api.get<{ inboxes: readonly InboxView[] }>('/api/inboxes', signal);
export const saveInbox = (id: string, changes: Partial<InboxView>) =>
  api.patch<InboxView>(`/api/inboxes/${part(id)}`, changes);
export const rotateSecret = (id: string) => api.post<InboxView>(`/api/inboxes/${part(id)}/identity-secret`);

export const listColleagues = (signal?: AbortSignal) =>
  api.get<{ colleagues: readonly Colleague[] }>('/api/colleagues', signal);
export const inviteColleague = (person: { name: string; email: string; role: Role }) =>
  api.post<{ colleague: Colleague; password: string }>('/api/colleagues', person);
export const changeColleague = (
  id: string,
  changes: { name?: string; role?: Role; disabled?: boolean; newPassword?: true; profile?: AgentProfile },
) => api.patch<{ colleague: Colleague; password?: string }>(`/api/colleagues/${part(id)}`, changes);
