import type { Pool } from 'pg';
import { createAgentStatus } from '../adapters/store/agent-status.ts';
import { createAgents } from '../adapters/store/agents.ts';
import { createArticles } from '../adapters/store/articles.ts';
import { createAssistStore } from '../adapters/store/assist.ts';
import { createAttachments } from '../adapters/store/attachments.ts';
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
import { createModelVersions } from '../adapters/store/model-versions.ts';
import { createPastConversations } from '../adapters/store/past-conversations.ts';
import { createPolicies } from '../adapters/store/policies.ts';
import { createProposals } from '../adapters/store/proposals.ts';
import { createQuestionTopics } from '../adapters/store/question-topics.ts';
import { createRisingAlerts } from '../adapters/store/rising-alerts.ts';
import { createRoutingStore } from '../adapters/store/routing.ts';
import { createSettings } from '../adapters/store/settings.ts';
import { createUsedIdentities } from '../adapters/store/used-identities.ts';
import { createWholeLog } from '../adapters/store/whole-log.ts';

/** What is kept in the database beside the log. Each store is a thin hand on its tables: making one costs nothing. */
export function createStores(pool: Pool) {
  const examples = createExamples(pool);
  return {
    agents: createAgents(pool),
    articles: createArticles(pool),
    assistStore: createAssistStore(pool),
    attachments: createAttachments(pool),
    contacts: createContacts(pool),
    conversations: createConversations(pool),
    dictionary: createDictionary(pool),
    disputed: createDisputedMessages(pool, examples),
    examples,
    importSites: createImportSites(pool),
    imports: createImports(pool),
    inboxes: createInboxes(pool),
    insightStore: createInsightStore(pool),
    judgedQuestions: createJudgedQuestions(pool),
    modelVersions: createModelVersions(pool),
    pastConversations: createPastConversations(pool),
    policies: createPolicies(pool),
    proposals: createProposals(pool),
    questionTopics: createQuestionTopics(pool),
    risingAlerts: createRisingAlerts(pool),
    routingStore: createRoutingStore(pool),
    settings: createSettings(pool),
    statuses: createAgentStatus(pool),
    usedIdentities: createUsedIdentities(pool),
    wholeLog: createWholeLog(pool),
  };
}
