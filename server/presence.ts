import type { Agents } from '../adapters/store/agents.ts';

const refreshMs = 5000;

/** Which agents are connected to this process, told to the store, and how many are online in all. */
export function createPresence(needs: {
  readonly agents: Agents;
  readonly processId: string;
  readonly onChange: (agentId: string) => void;
  readonly onError: (error: unknown) => void;
}) {
  const connections = new Map<string, number>();
  let online = 0;

  async function refresh(): Promise<void> {
    const at = Date.now();
    if (connections.size > 0) await needs.agents.markConnected(needs.processId, [...connections.keys()], at);
    online = await needs.agents.countOnline(at);
  }
  const timer = setInterval(() => void refresh().catch(needs.onError), refreshMs);
  timer.unref();

  return {
    agentsOnline: () => online,
    refresh,
    async connected(agentId: string): Promise<void> {
      connections.set(agentId, (connections.get(agentId) ?? 0) + 1);
      await refresh();
      needs.onChange(agentId);
    },
    async disconnected(agentId: string): Promise<void> {
      const left = (connections.get(agentId) ?? 1) - 1;
      if (left > 0) connections.set(agentId, left);
      else {
        connections.delete(agentId);
        await needs.agents.markGone(needs.processId, [agentId], Date.now());
      }
      await refresh();
      needs.onChange(agentId);
    },
    async close(): Promise<void> {
      clearInterval(timer);
      await needs.agents.markGone(needs.processId, [...connections.keys()], Date.now());
    },
  };
}

export type Presence = ReturnType<typeof createPresence>;
