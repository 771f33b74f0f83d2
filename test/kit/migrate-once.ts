/** Run as a process: applies the migrations of a folder to a database and prints what it applied. */
import pg from 'pg';
import { migrate } from '../../adapters/store/migrate.ts';

const [url, folder] = process.argv.slice(2) as [string, string];
const pool = new pg.Pool({ connectionString: url, max: 1 });
console.log(JSON.stringify(await migrate(pool, folder)));
await pool.end();
