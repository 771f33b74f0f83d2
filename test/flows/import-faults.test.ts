import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startImporting } from '../kit/importing.ts';
import { startKitProcessWith } from '../kit/processes.ts';
import { startTestServer } from '../kit/server.ts';

const rows = 12_000;
const rounds = 10;

/** A process that runs what waits, until it is killed. */
async function startImporterOn(databaseUrl: string) {
  const kit = startKitProcessWith({}, 'run-importer.ts', databaseUrl);
  await kit.line();
  return {
    async kill() {
      kit.child.kill('SIGKILL');
      await kit.ended();
    },
  };
}

test('an import whose process is killed again and again loses no row and doubles none', async (t) => {
  const server = await startTestServer({ TANDEM_DEMO: 'false' });
  const lead = await startImporting(server.url, server.administrator!);
  const lines = Array.from({ length: rows }, (_, at) =>
    at % 50 === 0 ? `第 ${at} 问？,` : `第 ${at} 问？,第 ${at} 个答案`,
  );
  const one = await lead.upload('long.csv', `问题,答案\n${lines.join('\n')}\n`);
  const { pool } = server.plugs;
  const startImporter = () => startImporterOn(server.database.url);
  // This process reads nothing itself: those that are killed do.
  await server.plugs.importRunner.close();
  const started = await lead.post(`/api/imports/${one.id}/start`, { status: 'draft' });
  assert.equal(started.status, 200);

  const position = async () =>
    (
      await pool.query<{ position: number; state: string }>(
        'select position, state from knowledge_import where id = $1',
        [one.id],
      )
    ).rows[0]!;
  let kills = 0;
  for (let round = 0; round < rounds; round += 1) {
    const worker = await startImporter();
    const from = (await position()).position;
    const until = Date.now() + 60_000;
    while ((await position()).position === from && (await position()).state !== 'done' && Date.now() < until)
      await sleep(5);
    await sleep(round * 7);
    if ((await position()).state !== 'done') kills += 1;
    await worker.kill();
    const { rows: counted } = await pool.query<{
      articles: number;
      rejected: number;
      created: number;
      told: number;
      position: number;
    }>(
      `select (select count(*)::int from article) as articles, (select count(*)::int from import_rejected_row) as rejected,
         created, rejected as told, position from knowledge_import where id = $1`,
      [one.id],
    );
    const now = counted[0]!;
    assert.deepEqual([now.articles, now.rejected], [now.created, now.told], `round ${round}`);
    assert.equal(now.created + now.told, now.position, `round ${round}`);
  }
  const last = await startImporter();
  const done = await lead.ended(one.id, 120_000);
  await last.kill();
  t.diagnostic(`${kills} kills in the middle of ${rows} rows`);
  assert.deepEqual(
    [done.state, done.rows, done.created, done.updated, done.rejected],
    ['done', rows, rows - rows / 50, 0, rows / 50],
  );
  const { rows: versions } = await pool.query('select 1 from article_version where version > 1');
  assert.equal(versions.length, 0);
  assert.ok(kills >= 5, `only ${kills} kills came before the end`);
  await server.stop();
});
