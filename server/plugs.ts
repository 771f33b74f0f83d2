import type { PoolConfig } from 'pg';
import { createBus } from '../adapters/buses/postgres-notify.ts';
import { createBoardStore } from '../adapters/store/board.ts';
import { createTeachingArticles } from '../adapters/store/knowledge-examples.ts';
import { createLease } from '../adapters/store/lease.ts';
import { createLog } from '../adapters/store/log.ts';
import { createTextVectors } from '../adapters/store/text-vectors.ts';
import type { Timers } from '../core/conversation/outcome.ts';
import { movesQueue } from '../core/conversation/seat.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import type { ConversationEvent } from '../core/terms/event.ts';
import type { Embedder } from '../plugs/embedder.ts';
import type { ChatModel } from '../plugs/model.ts';
import { keepingSla } from '../services/keep-sla.ts';
import { hasRoom } from '../services/queue-standing.ts';
import { createAnswering } from './answering.ts';
import { createAssistance } from './assist/assistance.ts';
import { createBoard } from './board.ts';
import { createCardStore } from './cards/card-store.ts';
import { createClock } from './clock.ts';
import type { Config } from './config.ts';
import { openConnections } from './connections.ts';
import { createContactFacts } from './contact-facts.ts';
import { createContactTokens } from './contact-tokens.ts';
import { createFigures } from './figures.ts';
import { heedNotices } from './heed-notices.ts';
import { createGuardedFetch } from './imports/guarded-fetch.ts';
import { createImportRunner } from './imports/run-imports.ts';
import { createAnalyst, insightLeaseLifeMs } from './insights/analyst.ts';
import type { Journal } from './journal.ts';
import { createKnowledgeBase } from './knowledge-base.ts';
import { createDraftWriter } from './learning/draft-writer.ts';
import { createTrainer, trainingLeaseLifeMs } from './learning/trainer.ts';
import { createUnderstandingInForce } from './learning/understanding-in-force.ts';
import { createMeaning } from './meaning/meaning.ts';
import { embeddingLeaseLifeMs } from './meaning/vector-keeper.ts';
import { loadHandoffModel, loadPairModel, loadPerceptionModels, loadSatisfactionModel } from './models.ts';
import { createPolicyInForce } from './policy-in-force.ts';
import { createPresence } from './presence.ts';
import { createPreviewer } from './preview/preview-beside.ts';
import { createHub } from './realtime/hub.ts';
import { createAgentsAtWork } from './routing/agents-at-work.ts';
import { createDispatcher, leaseLifeMs } from './routing/dispatcher.ts';
import { createPositions } from './routing/positions.ts';
import { createTargets } from './routing/targets.ts';
import { createStores } from './stores.ts';

/**
 * Everything that a running server is made of, wired here and nowhere else. `close` ends it in the order in which
 * nothing is lost: what was taken is committed and delivered before its connections go.
 */
export async function createPlugs(
  config: Config,
  database: PoolConfig,
  { model, embedder }: { readonly model?: ChatModel | undefined; readonly embedder?: Embedder | undefined },
  journal: Journal,
) {
  const { pool, writerPool } = openConnections(database, journal);
  const processId = crypto.randomUUID();
  const timers: Timers = {
    answerMs: config.timers.answerDeadlineMs,
    queuePatienceMs: config.timers.queuePatienceMs,
    agentSilenceMs: config.timers.agentSilenceMs,
    agentGraceMs: config.timers.agentGraceMs,
  };

  const stores = createStores(pool);
  const { agents, articles, assistStore, contacts, conversations, dictionary, examples, insightStore } =
    stores;
  const { modelVersions, pastConversations, policies, proposals, risingAlerts, routingStore } = stores;
  const { settings, statuses, wholeLog } = stores;
  const onError = (error: unknown) => journal.error('server', 'a background step failed', error);
  const policyInForce = await createPolicyInForce(policies, onError);
  const policy = policyInForce.active;
  const figures = createFigures();
  const log = figures.timed(keepingSla(createLog(pool, { onAppended, writerPool }), () => policy().policy));
  const clock = await createClock(pool, (error) =>
    journal.debug('store', 'the database’s clock could not be read', { reason: (error as Error).message }),
  );
  const { now } = clock;
  const unreadable = (file: string, error: unknown) =>
    journal.error('server', `the learned weights in ${file} cannot be read: rules alone serve`, error);
  const understanding = await createUnderstandingInForce(
    modelVersions,
    examples,
    { perception: loadPerceptionModels(unreadable), handoff: loadHandoffModel(unreadable) },
    {
      error: onError,
      broken: (name, version, error) =>
        journal.error('server', `version ${version} of ${name} cannot be read: the one before stays`, error),
    },
  );
  const knowledgeBase = await createKnowledgeBase(articles, {
    now,
    pairModel: loadPairModel(unreadable),
    adjustment: () => understanding.active().order,
    dictionary,
    ...(embedder ? { fill: async (shelf) => meaning?.fill(shelf) } : {}),
    cards: createCardStore(config.dataDirectory, (error) =>
      journal.error(
        'job',
        'what was kept of the knowledge base is of no use: its texts are read anew',
        error,
      ),
    ),
    onError: (error) => journal.error('job', 'the dictionary could not be taken over', error),
  });
  const satisfactionModel = loadSatisfactionModel(unreadable);
  /** What texts mean, where an embedding model is configured. */
  const meaning =
    embedder &&
    createMeaning({
      embedder,
      questionMs: config.embedding?.questionMs ?? 0,
      store: createTextVectors(pool),
      lease: createLease(pool, 'embedding', processId, embeddingLeaseLifeMs),
      shelf: () => knowledgeBase.meaning!,
      onMade: () => bus.publish({ type: 'knowledge' }),
      figures,
      journal,
    });
  const presence = createPresence({
    agents,
    statuses,
    processId,
    onError,
    publish: () => bus.publish({ type: 'presence' }),
    onLeft: (agentId) => void routing.left(agentId).catch(onError),
    onRoster(roster, changed) {
      dispatcher.rosterChanged(roster);
      for (const colleague of changed) hub.tellDesks({ type: 'colleague', colleague });
      if (changed.length > 0) hub.positionsChanged();
    },
  });
  const { roster } = presence;
  const positions = createPositions({ store: routingStore, policy, roster, now });
  const dispatcher = createDispatcher({
    log,
    store: routingStore,
    lease: createLease(pool, 'routing', processId, leaseLifeMs),
    timers,
    policy,
    roster,
    refreshRoster: presence.refresh,
    now,
    onError,
  });
  const routing = createAgentsAtWork({
    log,
    store: routingStore,
    statuses,
    presence,
    policy,
    now,
  });
  const board = createBoard({
    store: createBoardStore(pool),
    routingStore,
    conversations,
    statuses,
    positions,
    policy,
    roster,
    now,
  });
  const hub = createHub({ log, wholeLog, conversations, positions, onError });
  const contactFacts = createContactFacts(contacts);
  const { isOpen, target, targetOfTap } = createTargets({
    policy,
    roster,
    knowledge: knowledgeBase.knowledge,
    now,
  });
  /** What people taught is understood here when this resolves, and on the other processes a moment later. */
  const tellUnderstanding = async () => {
    await understanding.follow();
    bus.publish({ type: 'understanding' });
  };
  const trainer = createTrainer({
    examples,
    outcomes: insightStore,
    knowledgeBase,
    dictionary,
    articles: createTeachingArticles(pool),
    versions: modelVersions,
    lease: createLease(pool, 'training', processId, trainingLeaseLifeMs),
    times: config.learning,
    now,
    async onTrained(name, version, isRefused) {
      journal.info('job', 'a model was trained', { model: name, version: version ?? 0, refused: isRefused });
      await tellUnderstanding();
    },
    onError,
  });
  const previewer = createPreviewer(articles, () => dictionary.latest(), {
    order: {
      version: () => understanding.active().versions.retrieval,
      weights: (version) => modelVersions.weights('retrieval', version),
    },
    meaning: meaning?.beside,
  });
  const draftWriter = createDraftWriter({ model, log, articles, proposals, now, journal });
  const answering = createAnswering({
    log,
    knowledge: knowledgeBase.knowledge,
    understand: meaning?.understand,
    model,
    asksOpinion: config.model?.opinion ?? false,
    intents: () => understanding.active().perception.intents?.intents ?? [],
    timers,
    policy,
    target,
    isOpen,
    contactFacts: contactFacts.of,
    get handoffModel() {
      return understanding.active().handoff;
    },
    now,
    hub,
    journal,
  });

  const analyst = createAnalyst({
    store: stores.questionTopics,
    endedByAgents: insightStore.endedByAgents,
    alerts: risingAlerts,
    articles,
    pastConversations,
    knowledge: knowledgeBase.knowledge,
    lease: createLease(pool, 'insights', processId, insightLeaseLifeMs),
    everyMs: config.insights.everyMs,
    now,
    onChange({ alerts, articles: written }) {
      for (const article of written)
        hub.tellDesks({ type: 'knowledge', articleId: article.id, status: article.status });
      if (!alerts) return;
      hub.tellDesks({ type: 'insights' });
      bus.publish({ type: 'insights' });
    },
    onError,
  });
  const assistance = createAssistance(
    { log, contacts, knowledgeBase, understand: meaning?.understand, articles, now, model },
    assistStore,
  );

  const onLogMoved = new Set<() => void>();
  const heeded = heedNotices({
    hub,
    dispatcher,
    answering,
    knowledgeBase,
    meaning,
    contactFacts,
    understanding,
    trainer,
    assistance,
    policyInForce,
    presence,
    onError,
  });
  const bus = createBus(database, {
    ...heeded,
    error: (error) => journal.warn('store', 'the connection for notices was lost', { reason: error.message }),
  });
  policyInForce.onChange.add(() => {
    dispatcher.policyChanged();
    hub.positionsChanged();
  });
  await bus.connect();
  await presence.refresh();
  await dispatcher.start();
  // What the team said before may be much; the help grows while the server serves already.
  void assistance.follow().catch(onError);

  function onAppended(state: ConversationState, events: readonly ConversationEvent[]): void {
    try {
      for (const { kind } of events) figures.events.inc({ kind });
      hub.appended(state, events);
      const moves = movesQueue(events);
      if (moves) dispatcher.appended(state);
      const place = { type: 'appended', conversationId: state.id, seq: state.lastSeq } as const;
      bus.publish(moves ? { ...place, moves } : place);
      answering.appended(state, events);
      for (const wake of onLogMoved) wake();
    } catch (error) {
      onError(error);
    }
  }

  const importRunner = createImportRunner({
    pool,
    articles,
    imports: stores.imports,
    sites: stores.importSites,
    fetch: createGuardedFetch({
      allowedHosts: config.imports.hosts,
      agentName: `Tandem/0.1 (knowledge import${config.publicUrl ? `; +${config.publicUrl}` : ''})`,
    }),
    pauseMs: config.imports.pauseMs,
    processId,
    now,
    async onWritten() {
      await knowledgeBase.follow();
      bus.publish({ type: 'knowledge' });
      hub.tellDesks({ type: 'knowledge', articleId: '', status: 'published' });
    },
    onError,
  });

  const signingKey = await settings.readOrCreate(
    'contact-token-key',
    Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64'),
  );

  return {
    ...stores,
    config,
    pool,
    journal,
    timers,
    policy,
    policyInForce,
    previewer,
    analyst,
    now,
    processId,
    importRunner,
    contactFacts,
    log,
    bus,
    figures,
    knowledgeBase,
    meaning,
    presence,
    hub,
    answering,
    assistance,
    target,
    agentsAtHand: {
      isFree: (agentId: string) => {
        const agent = roster().get(agentId);
        return agent !== undefined && agent.presence === 'online' && hasRoom(agent);
      },
      standingOf: positions.standing,
    },
    targetOfTap,
    isOpen,
    routing,
    dispatcher,
    positions,
    board,
    /** A customer's place in the queue, from 1, and how long it may take. */
    async placeOf(conversationId: string) {
      const { position, estimate } = (await positions.waiters()).get(conversationId) ?? {
        position: 1,
        estimate: null,
      };
      return { position, estimate };
    },
    hasModel: model !== undefined,
    draftWriter,
    understanding,
    tellUnderstanding,
    satisfactionModel,
    trainer,
    /** The versions in force now: read anew for every message. */
    get perceptionModels() {
      return understanding.active().perception;
    },
    get handoffModel() {
      return understanding.active().handoff;
    },
    onLogMoved,
    contactTokens: createContactTokens(Buffer.from(signingKey, 'base64')),
    async close(): Promise<void> {
      await answering.close();
      previewer.close();
      await meaning?.close();
      await knowledgeBase.close();
      await draftWriter.close();
      assistance.close();
      await policyInForce.close();
      await importRunner.close();
      await trainer.close();
      await analyst.close();
      await understanding.close();
      await dispatcher.close().catch(onError);
      bus.publish({ type: 'lease-free' });
      await log.close();
      await presence.close().catch(onError);
      hub.close();
      clock.close();
      await bus.close();
      await writerPool.end();
      await pool.end();
    },
  };
}

export type Plugs = Awaited<ReturnType<typeof createPlugs>>;
