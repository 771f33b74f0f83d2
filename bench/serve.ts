import { loadConfig } from '../server/config.ts';
import { startServer } from '../server/main.ts';

/** A server in a process of its own, so that the load does not share its event loop. Tells its address as one line. */
const server = await startServer(loadConfig(process.env));
process.stdout.write(`${JSON.stringify({ url: server.url, pid: process.pid })}\n`);
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
process.on('message', (message) => {
  if (message === 'memory') process.send?.({ rss: process.memoryUsage.rss() });
});
