import type {
  ImportOptions,
  ImportView,
  RejectedRowView,
  SiteChangeView,
  SiteOptions,
  SiteView,
  TakenRows,
} from '../../../../core/protocol/imports.ts';
import { api } from '../../../ui/api.ts';

/** The calls of the page of imports; all throw `ApiError`. */
export const uploadImport = (file: File, onProgress: (share: number) => void) =>
  api.upload<ImportView>('/api/imports', file, onProgress);
export const previewImport = (id: string, options: ImportOptions) =>
  api.post<ImportView>(`/api/imports/${id}/preview`, options);
export const startImport = (id: string, options: ImportOptions) =>
  api.post<ImportView>(`/api/imports/${id}/start`, options);
export const moveImport = (id: string, verb: 'cancel' | 'resume' | 'again') =>
  api.post<ImportView>(`/api/imports/${id}/${verb}`);
export const listImports = (signal?: AbortSignal) =>
  api.get<{ imports: readonly ImportView[] }>('/api/imports', signal);
export const readRejected = (id: string, after: number, signal?: AbortSignal) =>
  api.get<{ rejected: readonly RejectedRowView[]; next: number | null }>(
    `/api/imports/${id}/rejected?after=${after}`,
    signal,
  );
export const takeRows = (id: string, ordinals?: readonly number[]) =>
  api.post<TakenRows>(`/api/imports/${id}/take`, ordinals ? { ordinals } : {});
export const readChanges = (id: string, signal?: AbortSignal) =>
  api.get<{ changes: readonly SiteChangeView[] }>(`/api/imports/${id}/changes`, signal);
export const readSite = (
  site: SiteOptions & { url: string; kind: SiteView['kind']; every: SiteView['every'] },
) => api.post<ImportView>('/api/imports', site);
export const listSites = (signal?: AbortSignal) =>
  api.get<{ sites: readonly SiteView[] }>('/api/import-sites', signal);
export const scheduleSite = (id: string, every: SiteView['every']) =>
  api.patch(`/api/import-sites/${id}`, { every });
export const removeSite = (id: string) => api.delete(`/api/import-sites/${id}`);
