import { createAgents } from '../adapters/store/agents.ts';
import { administratorEmail } from '../server/furnish.ts';
import { generatePassword, hashPassword } from '../server/http/routes/session.ts';
import { withDatabase } from './with-database.ts';

/**
 * `new-password [EMAIL]`: gives an account, by default the first administrator's, a generated password and prints it
 * once; every session of the account ends. Works beside a running server. Resolves to the exit code.
 */
export async function newPassword(
  [email = administratorEmail, ...more]: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  if (more.length > 0) {
    console.error('One account at a time: npm run tandem -- new-password EMAIL');
    return 1;
  }
  return withDatabase(environment, async (pool) => {
    const agents = createAgents(pool);
    const found = await agents.byEmail(email);
    if (!found) {
      const known = (await agents.list()).map((colleague) => `  ${colleague.email}  ${colleague.role}`);
      console.error(`没有这个账号：${email}。There is no account ${email}; there are:\n${known.join('\n')}`);
      return 1;
    }
    const password = generatePassword();
    await agents.change(found.colleague.id, { passwordHash: await hashPassword(password) });
    console.log(`  ${found.colleague.email}\n  ${password}   (只显示这一次 · shown only this once)`);
    if (found.colleague.disabled) console.log('  这个账号已停用，需由管理员启用。This account is disabled.');
    return 0;
  });
}
