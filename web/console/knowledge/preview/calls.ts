import type { ArticlePreview, JudgedQuestionView } from '../../../../core/protocol/preview.ts';
import type { Language } from '../../../../core/terms/language.ts';
import { api } from '../../../ui/api.ts';
import type { ArticleFields } from '../../calls.ts';

/** The calls of previews. All throw `ApiError`. */

/** An article that is not saved yet has no id; any that no article has will do. */
const unsaved = 'new';

export const previewArticle = (id: string | undefined, content: ArticleFields | null, days: number) =>
  api.post<ArticlePreview>(`/api/articles/${encodeURIComponent(id ?? unsaved)}/preview`, { content, days });

export const judgeQuestion = (question: { text: string; language: Language; articleId: string | null }) =>
  api.post<JudgedQuestionView>('/api/judged-questions', question);

export const takeJudgementBack = (id: string) =>
  api.delete(`/api/judged-questions/${encodeURIComponent(id)}`);
