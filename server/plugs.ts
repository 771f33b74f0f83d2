import { Pool, type PoolConfig } from 'pg';
import { createBus } from '../adapters/buses/postgres-notify.ts';
import { createAgentStatus } from '../adapters/store/agent-status.ts';
import { createAgents } from '../adapters/store/agents.ts';
import { createArticles } from '../adapters/store/articles.ts';
import { createAssistStore } from '../adapters/store/assist.ts';
import { createAttachments } from '../adapters/store/attachments.ts';
import { createBoardStore } from '../adapters/store/board.ts';
import { createContacts } from '../adapters/store/contacts.ts';
import { createConversations } from '../adapters/store/conversations.ts';
import { createDictionary } from '../adapters/store/dictionary.ts';
import { createDisputedMessages } from '../adapters/store/disputed-messages.ts';
import { createExamples } from '../adapters/store/examples.ts';
import { createImportSites } from '../adapters/store/import-sites.ts';
import { createImports } from '../adapters/store/imports.ts';
import { createInboxes } from '../adapters/store/inboxes.ts';
import { createInsightStore } from '../adapters/store/insights.ts';
import { createJudgedQuestions } from '../adapters/store/judged-questions.ts';
import { createTeachingArticles } from '../adapters/store/knowledge-examples.ts';
import { createLease } from '../adapters/store/lease.ts';
import { createLog } from '../adapters/store/log.ts';
import { createModelVersions } from '../adapters/store/model-versions.ts';
import { createPastConversations } from '../adapters/store/past-conversations.ts';
import { createPolicies } from '../adapters/store/policies.ts';
import { createProposals } from '../adapters/store/proposals.ts';
import { createRisingAlerts } from '../adapters/store/rising-alerts.ts';
import { createRoutingStore } from '../adapters/store/routing.ts';
import { createSettings } from '../adapters/store/settings.ts';
import { createTextVectors } from '../adapters/store/text-vectors.ts';
import { createWholeLog } from '../adapters/store/whole-log.ts';
import type { Timers } from '../core/conversation/outcome.ts';
import { movesQueue } from '../core/conversation/seat.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import type { ConversationEvent } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import type { TriageVerdict } from '../core/terms/triage.ts';
import type { ContactFacts } from '../core/triage/facts.ts';
import type { Embedder } from '../plugs/embedder.ts';
import type { ChatModel } from '../plugs/model.ts';
import { keepingSla } from '../services/keep-sla.ts';
import { hasRoom, targetOf } from '../services/queue-standing.ts';
import { destinationOf, isOpenBy, labelsWith, triageOfTap } from '../services/triage-turn.ts';
import { createAnswering } from './answering.ts';
import { createAssistance } from './assist/assistance.ts';
import { createBoard } from './board.ts';
import { createClock } from './clock.ts';
import type { Config } from './config.ts';
import { createContactFacts } from './contact-facts.ts';
import { createContactTokens } from './contact-tokens.ts';
import { createFigures } from './figures.ts';
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
  const pool = new Pool({ ...database, max: 16, application_name: 'tandem', idleTimeoutMillis: 60_000 });
  pool.on('error', (error) =>
    journal.warn('store', 'an idle connection was lost', { reason: error.message }),
  );
  const writerPool = new Pool({
    ...database,
    max: 2,
    pipeline: true,
    application_name: 'tandem-log',
    // Its statements look up a few keys in the largest tables. A plan made while those were empty would go on reading
    // them whole until they are analysed next; these leave the planner nothing but the indexes.
    options: '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off',
  });
  writerPool.on('error', (error) =>
    journal.warn('store', 'an idle connection of the log was lost', { reason: error.message }),
  );
  // A pool listens to connections only while they are idle. One that breaks while it is lent out rejects its query
  // and may emit an error besides, which would end the process if nobody listened.
  for (const one of [pool, writerPool])
    one.on('connect', (client) =>
      client.on('error', (error) =>
        journal.debug('store', 'a connection in use was lost', { reason: error.message }),
      ),
    );
  const processId = crypto.randomUUID();
  const timers: Timers = {
    answerMs: config.timers.answerDeadlineMs,
    queuePatienceMs: config.timers.queuePatienceMs,
    agentSilenceMs: config.timers.agentSilenceMs,
    agentGraceMs: config.timers.agentGraceMs,
  };

  const agents = createAgents(pool);
  const articles = createArticles(pool);
  const dictionary = createDictionary(pool);
  const conversations = createConversations(pool);
  const wholeLog = createWholeLog(pool);
  const settings = createSettings(pool);
  const onError = (error: unknown) => journal.error('server', 'a background step failed', error);
  const policies = createPolicies(pool);
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
  const examples = createExamples(pool);
  const modelVersions = createModelVersions(pool);
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
  const statuses = createAgentStatus(pool);
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
  const routingStore = createRoutingStore(pool);
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
  const contacts = createContacts(pool);
  const contactFacts = createContactFacts(contacts);
  /** Whether a calendar of the policy in force is open; one that does not exist is. */
  const isOpen = (calendarId: string, at: number) => isOpenBy(policy().policy, calendarId, at);
  /** Where a verdict sends a conversation, and how that queue stands. */
  const target = (verdict: TriageVerdict, channel: string, language: Language) => ({
    ...targetOf(policy(), verdict.queueId, roster().values(), now(), { skills: verdict.skills, language }),
    ...destinationOf(verdict, channel, policy()),
  });
  /** The same for a person asked for by a tap: no message was decided on, so the target carries what triage said. */
  const targetOfTap = (
    state: ConversationState | null,
    at: number,
    language: Language,
    contact: ContactFacts,
  ) => {
    const context = { active: policy(), contact, isOpen };
    const triage = triageOfTap(state, at, language, context, knowledgeBase.knowledge);
    const labels = labelsWith(state?.labels ?? [], triage);
    return {
      ...target(triage, state?.channel ?? 'web', state?.language ?? language),
      triage,
      ...(labels ? { labels } : {}),
    };
  };
  /** What people taught is understood here when this resolves, and on the other processes a moment later. */
  const tellUnderstanding = async () => {
    await understanding.follow();
    bus.publish({ type: 'understanding' });
  };
  const disputed = createDisputedMessages(pool, examples);
  const insightStore = createInsightStore(pool);
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
  });
  const proposals = createProposals(pool);
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

  const pastConversations = createPastConversations(pool);
  const risingAlerts = createRisingAlerts(pool);
  const analyst = createAnalyst({
    store: insightStore,
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
  const assistStore = createAssistStore(pool);
  const assistance = createAssistance(
    { log, contacts, knowledgeBase, understand: meaning?.understand, articles, now, model },
    assistStore,
  );

  const onLogMoved = new Set<() => void>();
  const bus = createBus(database, {
    notice(notice) {
      if (notice.type === 'appended') {
        hub.noticed(notice.conversationId, notice.seq, notice.moves ?? false);
        if (notice.moves) dispatcher.noticed(notice.conversationId);
        answering.noticed(notice.conversationId);
      } else if (notice.type === 'knowledge')
        void knowledgeBase
          .follow()
          .then(() => meaning?.follow())
          .catch(onError);
      else if (notice.type === 'contact') contactFacts.forget(notice.contactId);
      else if (notice.type === 'understanding') {
        void understanding.follow().catch(onError);
        trainer.wake();
      } else if (notice.type === 'assist') void assistance.follow().catch(onError);
      else if (notice.type === 'policy') void policyInForce.follow().catch(onError);
      else if (notice.type === 'typing') {
        const { conversationId, by, name, on } = notice;
        hub.tell(
          conversationId,
          { type: 'typing', conversationId, by, name, on },
          (isCustomer) => isCustomer === (by === 'agent'),
        );
      } else if (notice.type === 'insights') hub.tellDesks({ type: 'insights' });
      else if (notice.type === 'lease-free') dispatcher.takeSoon();
      else presence.refreshSoon();
    },
    reconnected() {
      hub.lookAtEverything();
      dispatcher.lookAtEverything();
      presence.refreshSoon();
      void knowledgeBase.follow().catch(onError);
      void policyInForce.follow().catch(onError);
      void understanding.follow().catch(onError);
      void assistance.follow().catch(onError);
    },
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

  const imports = createImports(pool);
  const importSites = createImportSites(pool);
  const importRunner = createImportRunner({
    pool,
    articles,
    imports,
    sites: importSites,
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
    config,
    pool,
    journal,
    timers,
    policy,
    policies,
    policyInForce,
    judgedQuestions: createJudgedQuestions(pool),
    previewer,
    pastConversations,
    insightStore,
    risingAlerts,
    analyst,
    now,
    processId,
    agents,
    statuses,
    articles,
    imports,
    importSites,
    importRunner,
    attachments: createAttachments(pool),
    contacts,
    contactFacts,
    conversations,
    inboxes: createInboxes(pool),
    settings,
    wholeLog,
    log,
    bus,
    figures,
    knowledgeBase,
    meaning,
    dictionary,
    presence,
    hub,
    answering,
    assistance,
    assistStore,
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
    routingStore,
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
    proposals,
    draftWriter,
    understanding,
    tellUnderstanding,
    satisfactionModel,
    trainer,
    examples,
    disputed,
    modelVersions,
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
