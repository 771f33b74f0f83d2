import type {
  ArticleHealth,
  Demand,
  Gap,
  InsightSettings,
  RisingAlert,
} from '../../../core/protocol/insights.ts';
import { api } from '../../ui/api.ts';

/** The calls of `/api/insights`. All throw `ApiError`. */

const part = encodeURIComponent;

export const listGaps = (days: number, signal?: AbortSignal) =>
  api.get<{ gaps: readonly Gap[] }>(`/api/insights/gaps?days=${days}`, signal);
export const draftGap = (id: string) =>
  api.post<{ articleId: string }>(`/api/insights/gaps/${part(id)}/draft`);
export const listRising = (signal?: AbortSignal) =>
  api.get<{ alerts: readonly RisingAlert[]; watchedSince: number | null }>('/api/insights/rising', signal);
export const acknowledge = (id: string) => api.post(`/api/insights/rising/${part(id)}/acknowledge`);
export const listDemand = (days: number, signal?: AbortSignal) =>
  api.get<{ demand: readonly Demand[] }>(`/api/insights/demand?days=${days}`, signal);
export const listHealth = (days: number, signal?: AbortSignal) =>
  api.get<{ articles: readonly ArticleHealth[]; looked: number; base: number }>(
    `/api/insights/articles?days=${days}`,
    signal,
  );
export const readSettings = (signal?: AbortSignal) =>
  api.get<InsightSettings>('/api/insights/settings', signal);
export const saveSettings = (settings: Omit<InsightSettings, 'isAssumed'>) =>
  api.put<InsightSettings>('/api/insights/settings', settings);
export const dismiss = (what: 'gaps' | 'demand' | 'rising', id: string, reason: string) =>
  api.post(`/api/insights/${what}/${part(id)}/dismiss`, { reason });
