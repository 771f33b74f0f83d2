/** Run as a process: uses the database in the given folder until a line comes in, then gives it up. */
import { once } from 'node:events';
import { startPostgres } from '../../server/embedded-postgres/start.ts';

const server = await startPostgres({ dataDirectory: process.argv[2]!, log: () => undefined });
console.log(JSON.stringify({ pid: server.pid, adopted: server.adopted, url: server.url }));
await once(process.stdin, 'data');
await server.stop();
console.log('stopped');
process.stdin.destroy();
