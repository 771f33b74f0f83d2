import type { ProposalList, ProposalState, ProposalView } from '../../../../core/protocol/drafts.ts';
import type { ArticleView } from '../../../../core/protocol/views.ts';
import type { Language } from '../../../../core/terms/language.ts';
import { api } from '../../../ui/api.ts';

/** The calls of the review page. All throw `ApiError`. */

const part = encodeURIComponent;

/** What a reviewer may change before accepting. */
export interface ReviewedText {
  readonly title: string;
  readonly similarQuestions: readonly string[];
  readonly body: string;
  readonly topic: string;
  /** Where it is to hold; none: everywhere. */
  readonly inboxIds: readonly string[];
}

export const listProposals = (state: ProposalState, language: Language | undefined, signal?: AbortSignal) =>
  api.get<ProposalList>(`/api/drafts?state=${state}${language ? `&language=${language}` : ''}`, signal);
/** `inboxIds`: the articles like it, if it were to hold there and not where it is proposed. */
export const readProposal = (id: string, inboxIds?: readonly string[], signal?: AbortSignal) =>
  api.get<ProposalView>(
    `/api/drafts/${part(id)}${inboxIds ? `?inboxes=${inboxIds.map(part).join(',')}` : ''}`,
    signal,
  );
export const acceptProposal = (id: string, version: number, text: ReviewedText, publish: boolean) =>
  api.post<{ article: ArticleView }>(`/api/drafts/${part(id)}/accept`, { ...text, publish, version });
/** Improves the draft and leaves the decision open. Throws `version-conflict` when somebody saved after that version. */
export const saveProposal = (
  view: Pick<ProposalView, 'articleId' | 'draftVersion' | 'language'>,
  text: ReviewedText,
) =>
  api.put<ArticleView>(`/api/articles/${part(view.articleId)}`, {
    version: view.draftVersion,
    language: view.language,
    ...text,
  });
export const mergeProposal = (id: string, articleId: string, version: number, body: string) =>
  api.post<{ article: ArticleView }>(`/api/drafts/${part(id)}/merge`, { articleId, version, body });
export const rejectProposal = (id: string, reason: string) =>
  api.post(`/api/drafts/${part(id)}/reject`, { reason });
