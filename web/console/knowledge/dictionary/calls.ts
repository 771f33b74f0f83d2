import type { Dictionary, DictionaryVersion } from '../../../../core/terms/dictionary.ts';
import { api } from '../../../ui/api.ts';

export const readDictionary = (signal?: AbortSignal) => api.get<DictionaryVersion>('/api/dictionary', signal);
/** Throws `version-conflict`, with the colleague's `dictionary`, when somebody saved after `basedOn`. */
export const saveDictionary = (basedOn: number, { words, synonyms }: Dictionary) =>
  api.put<DictionaryVersion>('/api/dictionary', { basedOn, words, synonyms });
