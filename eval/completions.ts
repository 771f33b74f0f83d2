import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import { createCompletions } from '../core/assist/completions.ts';
import { refOf } from '../core/assist/ref-of.ts';
import { isShareable, sentencesOf } from '../core/assist/sentences.ts';
import { removePersonalData } from '../core/knowledge/remove-personal-data.ts';
import { splitOf } from './data/folder.ts';
import { type EvalPart, type Figures, percent } from './part.ts';

interface Dialogue {
  readonly id: string;
  readonly turns: readonly { readonly r: 'c' | 'b'; readonly text: readonly string[] }[];
}

const set = 'helpdesk_stc3_cn';
const at = Date.UTC(2026, 0, 1);

/**
 * Ghost text on a help desk's real replies: those of the training dialogues are what the team sent, the agents' replies in
 * the others are typed character by character. A proposal that is how the reply goes on is taken with one key.
 */
export const completionsPart: EvalPart = {
  name: 'completions',
  needsData: true,
  measure({ folders }): Readonly<Record<string, Figures>> {
    const split = folders && splitOf<Dialogue>(folders, set);
    if (!split) return {};
    const counts = new Map<string, { text: string; count: number }>();
    for (const { turns } of split.train) {
      for (const { r, text } of turns) {
        if (r !== 'b') continue;
        for (const sentence of new Set(
          sentencesOf(removePersonalData(text.join('\n'), 'zh')).filter(isShareable),
        )) {
          const id = refOf(sentence);
          const known = counts.get(id) ?? { text: sentence, count: 0 };
          known.count += 1;
          counts.set(id, known);
        }
      }
    }
    const completions = createCompletions(createSegmenter());
    for (const [id, { text, count }] of counts)
      completions.put({ id, language: 'zh', text, count, lastAt: at });
    return { [`completions.${set}`]: typed(split.test, completions) };
  },
};

function typed(dialogues: readonly Dialogue[], completions: ReturnType<typeof createCompletions>): Figures {
  let characters = 0;
  let keys = 0;
  let shown = 0;
  let right = 0;
  let replies = 0;
  let asks = 0;
  let ms = 0;
  for (const { turns } of dialogues)
    for (const [place, { r, text }] of turns.entries()) {
      if (r !== 'b') continue;
      const reply = text.join('\n');
      const question =
        turns
          .slice(0, place)
          .findLast((turn) => turn.r === 'c')
          ?.text.join(' ') ?? '';
      replies += 1;
      characters += reply.length;
      let proposed = '';
      for (let done = 0; done < reply.length; ) {
        const startedAt = performance.now();
        const completion = completions.complete(reply.slice(0, done), { question, at });
        ms += performance.now() - startedAt;
        asks += 1;
        const whole = completion ? reply.slice(0, done) + completion.text : '';
        // The same proposal still standing after one more character is not a new one.
        if (whole !== '' && whole !== proposed) {
          shown += 1;
          if (reply.startsWith(whole)) right += 1;
        }
        proposed = whole;
        keys += 1;
        done = whole !== '' && reply.startsWith(whole) ? whole.length : done + 1;
      }
    }
  return {
    replies,
    sentences: completions.size,
    savedCharacters: percent(1 - keys / characters),
    precision: percent(shown === 0 ? 1 : right / shown),
    proposalsPerReply: Math.round((shown / replies) * 100) / 100,
    meanMs: Math.round((ms / asks) * 1000) / 1000,
  };
}
