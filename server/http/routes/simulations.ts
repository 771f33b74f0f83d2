import { z } from 'zod';
import { readScenario } from '../../../core/routing/simulation/read-scenario.ts';
import { simulateBeside } from '../../simulate-beside.ts';
import { errorsOf, readPolicy } from '../read-policy.ts';
import { languageOf, Refusal } from '../refusal.ts';
import type { App, RouteNeeds } from '../route.ts';
import * as shapes from '../shapes/simulations.ts';

const limitMs = 20_000;

/** A simulated day on the rules that route, on a thread of its own. One at a time on each process. */
export function simulationRoutes(app: App, { plugs }: RouteNeeds): void {
  let isPlaying = false;

  app.post(
    '/api/simulations',
    {
      config: { action: 'policy.try', refuses: ['policy-invalid', 'too-large'] },
      schema: {
        tags: ['Policies'],
        summary: 'Play a day (docs/simulation.md) on a policy, or on the one in force; at most 20 s',
        body: z.object({ scenario: z.unknown(), policy: z.unknown().optional() }),
        response: { 200: shapes.simulationReport },
      },
    },
    async (request) => {
      const words = languageOf(request.headers['accept-language']);
      const { policy, problems } =
        request.body.policy === undefined
          ? { policy: plugs.policy().policy, problems: [] }
          : readPolicy(request.body.policy, {});
      if (!policy || errorsOf(problems).length > 0)
        throw new Refusal('policy-invalid', {
          problems: problems.map((problem) => ({ ...problem, message: problem.message[words] })),
        });
      const read = readScenario(request.body.scenario, policy);
      if ('problems' in read) throw new Refusal('bad-input', { problems: read.problems.slice(0, 200) });
      if (isPlaying) throw new Refusal('overloaded');
      isPlaying = true;
      try {
        const report = await simulateBeside(read.scenario, limitMs);
        if (!report) throw new Refusal('too-large', { limitMs });
        return report;
      } finally {
        isPlaying = false;
      }
    },
  );
}
