import type { Pool } from 'pg';
import { createAgentStatus } from '../../adapters/store/agent-status.ts';
import { createAgents } from '../../adapters/store/agents.ts';
import type { Role } from '../../core/terms/actor.ts';
import type { AgentProfile } from '../../core/terms/agent-status.ts';
import { freshToken, hashOfToken } from '../../server/http/caller.ts';
import { type Answer, call } from './client.ts';

/** A member of the staff who is signed in. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly cookie: string;
}

/** What a colleague of a test can do, unless it says otherwise: all that it takes. */
const boundless = { skills: {}, languages: [], capacity: 1000, maximumConversations: 1000 } as const;

/**
 * Adds a colleague with an open session, without the cost of a password. `busy` is offered nothing and takes from the
 * list what the test wants them to have.
 */
export async function addStaff(
  pool: Pool,
  role: Role = 'agent',
  name = `坐席 ${role}`,
  { profile = boundless, busy = false }: { profile?: AgentProfile; busy?: boolean } = {},
): Promise<Staff> {
  const agents = createAgents(pool);
  const id = crypto.randomUUID();
  const email = `${id}@tandem.test`;
  const at = Date.now();
  await agents.add({ id, name, email, role, passwordHash: 'none' }, at);
  await agents.change(id, { profile });
  if (busy) await createAgentStatus(pool).set(id, { status: 'busy' });
  const token = freshToken();
  await agents.openSession(hashOfToken(token), id, at, at + 3_600_000);
  return { id, name, email, cookie: `tandem=${token}` };
}

/** One of the commands of the desk, such as `accept` or `replies`, with an id of its own unless one is given. */
export function command(
  url: string,
  staff: Pick<Staff, 'cookie'>,
  conversationId: string,
  verb: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Answer<{ seq: number; repeated: boolean }>> {
  return call(url, 'POST', `/api/conversations/${conversationId}/${verb}`, {
    cookie: staff.cookie,
    body: { id: crypto.randomUUID(), ...input },
  });
}
