/** Run as a process: a server with the settings given as JSON; prints its address; SIGTERM ends it as `npm start` does. */
import { loadConfig } from '../../server/config.ts';
import { startServer } from '../../server/main.ts';

const config = loadConfig(JSON.parse(process.argv[2]!));
const server = await startServer(config);
console.log(server.url);
process.on('SIGTERM', () => {
  const tooLong = setTimeout(() => process.exit(1), config.timers.shutdownMs + 5000);
  tooLong.unref();
  void server.close().then(() => process.exit(0));
});
