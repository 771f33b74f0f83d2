import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { createOpenAiEmbeddings } from '../adapters/models/openai-embeddings.ts';
import { createArticles } from '../adapters/store/articles.ts';
import { createContacts } from '../adapters/store/contacts.ts';
import { createDictionary } from '../adapters/store/dictionary.ts';
import { createExamples } from '../adapters/store/examples.ts';
import { createModelVersions } from '../adapters/store/model-versions.ts';
import { createPastConversations } from '../adapters/store/past-conversations.ts';
import { createPolicies } from '../adapters/store/policies.ts';
import { createTextVectors, type TextVectors } from '../adapters/store/text-vectors.ts';
import type { MeaningShelf } from '../core/knowledge/meaning-shelf.ts';
import { firstPolicy } from '../core/policy/default-policy.ts';
import type { PolicyReplay } from '../core/protocol/policies.ts';
import type { ActivePolicy } from '../core/terms/policy.ts';
import type { Embedder } from '../plugs/embedder.ts';
import { createContactFacts } from '../server/contact-facts.ts';
import { errorsOf, readPolicy } from '../server/http/read-policy.ts';
import { createJournal } from '../server/journal.ts';
import { createKnowledgeBase } from '../server/knowledge-base.ts';
import { createUnderstandingInForce, type Understanding } from '../server/learning/understanding-in-force.ts';
import { createMeaningsBeside } from '../server/meaning/meanings-beside.ts';
import { scaleOf } from '../server/meaning/scale-keeper.ts';
import { batchLimitMs } from '../server/meaning/vector-keeper.ts';
import { loadHandoffModel, loadPairModel, loadPerceptionModels } from '../server/models.ts';
import { replayLog } from '../server/replay-log.ts';
import type { OnDamaged } from '../server/shipped-weights.ts';
import { replayDialogue } from '../services/replay-dialogue.ts';
import { createReplayTally } from '../services/tally-replay.ts';
import { printPolicyReplay } from './print-policy-replay.ts';
import { readDialogues } from './replay/read-dialogues.ts';
import { withDatabase } from './with-database.ts';

const usage = `npm run tandem -- replay-policy --policy FILE [--days N | --data FILE] [--shown N] [--json]

  --policy FILE  a policy as JSON, such as the console exports
  --days N       the conversations of the last N days (7)
  --data FILE    instead: dialogues as \`npm run replay\` reads them, the customer's turns only
  --shown N      so many of the conversations that differ (20)
  --json         the report as JSON`;

/** `replay-policy`: what another policy would have made of the past. Changes nothing. Resolves to the exit code. */
export async function replayPolicy(
  parts: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const { values } = parseArgs({
    args: [...parts],
    options: {
      policy: { type: 'string' },
      days: { type: 'string', default: '7' },
      data: { type: 'string' },
      shown: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help || values.policy === undefined) {
    console[values.help ? 'log' : 'error'](usage);
    return values.help ? 0 : 1;
  }
  const days = wholeNumber(values.days, '--days', 1, 3660);
  const shown = wholeNumber(values.shown, '--shown', 0, 100_000);
  const { policy, problems } = readPolicy(JSON.parse(readFileSync(values.policy, 'utf8')), {});
  for (const { severity, path, message } of problems)
    console.error(`${severity === 'error' ? '✗' : '!'} ${path}: ${message.zh} ${message.en}`);
  if (!policy || errorsOf(problems).length > 0) return 1;

  const onDamaged: OnDamaged = (file, error) => console.error(`! ${file}:`, error);
  return withDatabase(environment, async (pool, { embedding }) => {
    const { order, perception, handoff: handoffModel } = await understandingInForce(pool, onDamaged);
    const embedder = embedding && createOpenAiEmbeddings({ ...embedding, totalMs: batchLimitMs });
    const knowledgeBase = await createKnowledgeBase(createArticles(pool), {
      pairModel: loadPairModel(onDamaged),
      adjustment: () => order,
      dictionary: createDictionary(pool),
      ...(embedder && { fill: async () => undefined }),
    });
    const { knowledge } = knowledgeBase;
    const meaning = embedder && (await meaningOf(embedder, createTextVectors(pool), knowledgeBase.meaning!));
    const inForce = (await createPolicies(pool).latest()) ?? firstPolicy;
    const tried: ActivePolicy = { version: inForce.version + 1, policy };
    const report = values.data
      ? replayData(
          values.data,
          inForce,
          tried,
          { knowledge, handoffModel, perceptionModels: perception },
          shown,
        )
      : await replayLog(
          {
            past: createPastConversations(pool),
            knowledge,
            factsOf: createContactFacts(createContacts(pool)).of,
            handoffModel,
            meaning,
          },
          tried,
          { from: Date.now() - days * 24 * 3_600_000, shown },
        );
    console.log(values.json ? JSON.stringify(report) : printPolicyReplay(report, tried.policy));
    return 0;
  });
}

/** What the articles mean, as far as a server has asked for it already; the questions are asked for here. */
async function meaningOf(embedder: Embedder, store: TextVectors, shelf: MeaningShelf) {
  const journal = createJournal('warn', (line) => console.error(line));
  const meaning = createMeaningsBeside({ embedder, store, shelf: () => shelf, journal });
  for await (const vectors of meaning.held([...shelf.wanted()]))
    for (const { text, vector } of vectors) shelf.put(text, vector);
  shelf.scale = scaleOf(shelf);
  return meaning;
}

/** Dialogues of a file under both policies: here both sides are computed. */
function replayData(
  file: string,
  before: ActivePolicy,
  after: ActivePolicy,
  needs: Parameters<typeof replayDialogue>[2],
  shown: number,
): PolicyReplay {
  const began = performance.now();
  const tally = createReplayTally(shown);
  const startedAt = Date.now();
  for (const [place, { turns }] of readDialogues(file).entries()) {
    const texts = turns.filter(({ by }) => by === 'customer').map((turn) => turn.texts.join('\n'));
    const was = replayDialogue(texts, before, needs, startedAt);
    const is = replayDialogue(texts, after, needs, startedAt);
    const parting = Math.min(was.turn ?? Infinity, is.turn ?? Infinity);
    const preview = texts[Number.isFinite(parting) ? parting - 1 : 0] ?? '';
    tally.add(`${place + 1}`, startedAt, { turns: texts.length, preview, before: was, after: is });
  }
  return tally.report(performance.now() - began);
}

function wholeNumber(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`${name} must be a whole number from ${least} to ${most}.`);
  return value;
}

/** As customers are understood and answered: with what the installation learned. */
async function understandingInForce(pool: Pool, onDamaged: OnDamaged): Promise<Understanding> {
  const shipped = { perception: loadPerceptionModels(onDamaged), handoff: loadHandoffModel(onDamaged) };
  const inForce = await createUnderstandingInForce(createModelVersions(pool), createExamples(pool), shipped, {
    error: (error) => console.error('!', error),
    broken: (model, version, error) => console.error(`! ${model} ${version}:`, error),
  });
  await inForce.close();
  return inForce.active();
}
