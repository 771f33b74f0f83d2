import type { Explanation } from '../../../core/protocol/understanding.ts';
import { api } from '../../ui/api.ts';

/** The calls of `/api/understanding`. All throw `ApiError`. */
export const explain = (text: string) => api.post<Explanation>('/api/understanding/explain', { text });
