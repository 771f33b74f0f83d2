import assert from 'node:assert/strict';
import { type Config, loadConfig } from '../../server/config.ts';
import { createJournal } from '../../server/journal.ts';
import { type Server, startServer } from '../../server/main.ts';
import { watchAnswers } from './answers.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export interface TestServer extends Server {
  readonly database: TestDatabase;
  /** Journal lines written so far: to see that nothing went wrong, and that no words of customers are in them. */
  readonly journalLines: readonly string[];
  /** Another server process' worth of Tandem on the same database. */
  startAnother(): Promise<Server>;
  stop(): Promise<void>;
}

/**
 * A real server on a database of its own, at a free port, with the demo unless told otherwise. `stop` fails when any
 * answer was not as it is described.
 */
export async function startTestServer(
  environment: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const database = await createTestDatabase();
  const config: Config = loadConfig({
    PORT: '0',
    RATE_ADDRESS_REQUESTS: '1000000',
    RATE_CONTACT_MESSAGES: '10000',
    LOG_LEVEL: 'info',
    ...environment,
  });
  const journalLines: string[] = [];
  const journal = createJournal(config.logLevel, (line) => journalLines.push(line));
  const answers = watchAnswers();
  const start = () =>
    startServer(config, { journal, database: database.connection, onRoute: answers.onRoute });
  const server = await start();
  const others: Server[] = [];
  return {
    ...server,
    database,
    journalLines,
    async startAnother() {
      const another = await start();
      others.push(another);
      return another;
    },
    async stop() {
      for (const another of others) await another.close();
      await server.close();
      await database.drop();
      assert.deepEqual(answers.problems(), [], 'every answer is as its route describes it');
    },
  };
}
