import type { AgentStatuses } from '../adapters/store/agent-status.ts';
import type { Agents } from '../adapters/store/agents.ts';
import type { Colleague } from '../core/protocol/views.ts';

const refreshMs = 5000;
/** Changes that come together are looked at together. */
const gatherMs = 15;

/** Which agents are connected to this process, told to the store, and the whole staff as the store knows it. */
export function createPresence(needs: {
  readonly agents: Agents;
  readonly statuses: AgentStatuses;
  readonly processId: string;
  /** Something changed by this process: the others must look. */
  readonly publish: () => void;
  /** The agent's last connection to this process is gone. */
  readonly onLeft: (agentId: string) => void;
  /** The staff as it stands now, and in whom something else than the load has changed. */
  readonly onRoster: (roster: ReadonlyMap<string, Colleague>, changed: readonly Colleague[]) => void;
  readonly onError: (error: unknown) => void;
}) {
  const connections = new Map<string, number>();
  let roster: ReadonlyMap<string, Colleague> = new Map();
  let reading: Promise<void> | undefined;
  let again = false;
  let gathering: NodeJS.Timeout | undefined;
  let closed = false;

  async function read(): Promise<void> {
    const before = roster;
    do {
      again = false;
      const staff = await needs.agents.list();
      roster = new Map(staff.map((colleague) => [colleague.id, colleague]));
    } while (again);
    const changed = [...roster.values()].filter((one) => standing(one) !== standing(before.get(one.id)));
    needs.onRoster(roster, changed);
  }

  /** Resolves when the staff was read after this call. */
  function refresh(): Promise<void> {
    if (reading) again = true;
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  function refreshSoon(): void {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      if (!closed) void refresh().catch(needs.onError);
    }, gatherMs);
  }

  /** Writes down what changed, and tells it. */
  async function changed(agentId?: string): Promise<void> {
    const ids = await needs.statuses.record(agentId);
    await refresh();
    if (agentId !== undefined || ids.length > 0) needs.publish();
  }

  async function beat(): Promise<void> {
    if (connections.size > 0) await needs.statuses.markConnected(needs.processId, [...connections.keys()]);
    await changed();
  }
  const timer = setInterval(() => void beat().catch(needs.onError), refreshMs);
  timer.unref();

  return {
    roster: () => roster,
    agentsOnline: () => {
      let online = 0;
      for (const { presence } of roster.values()) if (presence === 'online') online += 1;
      return online;
    },
    refresh,
    refreshSoon,
    changed,
    async connected(agentId: string): Promise<void> {
      connections.set(agentId, (connections.get(agentId) ?? 0) + 1);
      await needs.statuses.markConnected(needs.processId, [agentId]);
      await changed(agentId);
    },
    async disconnected(agentId: string): Promise<void> {
      const left = (connections.get(agentId) ?? 1) - 1;
      if (left > 0) connections.set(agentId, left);
      else {
        connections.delete(agentId);
        await needs.statuses.markGone(needs.processId, agentId);
      }
      await changed(agentId);
      if (left <= 0) needs.onLeft(agentId);
    },
    async close(): Promise<void> {
      closed = true;
      clearInterval(timer);
      clearTimeout(gathering);
      for (const agentId of connections.keys()) await needs.statuses.markGone(needs.processId, agentId);
      await needs.statuses.record();
    },
  };
}

/** What colleagues are told of when it changes. */
function standing(colleague: Colleague | undefined): string {
  if (!colleague) return '';
  const { open: _, load: __, ...rest } = colleague;
  return JSON.stringify(rest);
}

export type Presence = ReturnType<typeof createPresence>;
