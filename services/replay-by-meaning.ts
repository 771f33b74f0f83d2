import type { Meanings } from '../plugs/knowledge.ts';
import type { Replayed, ReplayKnowledge } from './replay-policy.ts';
import { textsAskedFor } from './understand-question.ts';

type Asked = Parameters<ReplayKnowledge>[1];

/** A replay of one conversation by its words alone, and what more a look by meaning wants to know. */
export interface WordedReplay {
  readonly replayed: Replayed;
  /** What is searched for where words give no certain answer; empty where no rule asks for a topic. */
  readonly wanted: readonly Asked[];
  /** The same conversation, told what was learned of these. `unknown` turns were looked up by words alone. */
  again(meanings: Meanings): { readonly replayed: Replayed; readonly unknown: number };
}

/**
 * Replays a conversation twice where it is to be searched by meaning: what it searches for shows only while its rules
 * are asked, and a model is asked for the meaning of many at once, beside.
 */
export function replayByMeaning(replay: (knowing: ReplayKnowledge) => Replayed): WordedReplay {
  /** By the event before the turn. */
  const searched = new Map<number, readonly string[]>();
  const wanted: Asked[] = [];
  const replayed = replay((state, { text, language }, knowledge) => {
    const texts = textsAskedFor(state, text, language, knowledge);
    searched.set(state.lastSeq, texts);
    for (const one of texts) wanted.push({ text: one, language });
    return knowledge;
  });
  return {
    replayed,
    wanted,
    again(meanings) {
      const unknown = new Set<number>();
      const told = replay((state, _asked, knowledge) => {
        const texts = searched.get(state.lastSeq) ?? [];
        if (texts.some((text) => !meanings.has(text))) unknown.add(state.lastSeq);
        return texts.length > 0 ? knowledge.knowing(meanings) : knowledge;
      });
      return { replayed: told, unknown: unknown.size };
    },
  };
}
