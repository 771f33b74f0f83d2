import { z } from 'zod';
import { type Action, authorisation } from '../authorisation.ts';
import { answers, refusal } from './answers.ts';

interface Operation {
  readonly responses?: Readonly<Record<string, object>>;
}

const refused = { $ref: '#/components/responses/Refused' };
const file = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: { file: { type: 'string', format: 'binary' } },
        required: ['file'],
      },
    },
  },
};
/** Calls that take a file. */
const uploads = new Set(['POST /api/conversations/{id}/attachments', 'POST /api/imports']);
/** Calls that answer otherwise than with 200 and JSON. */
const statuses: Readonly<Record<string, string>> = {
  'POST /api/articles': '201',
  'POST /api/imports': '201',
  'POST /api/imports/{id}/again': '201',
  'DELETE /api/import-sites/{id}': '204',
  'POST /api/insights/gaps/{id}/draft': '201',
  'POST /api/policies': '201',
  'POST /api/policies/{version}/restore': '201',
  'POST /api/judged-questions': '201',
  'DELETE /api/judged-questions/{id}': '204',
  'POST /api/understanding/examples': '201',
  'POST /api/understanding/models/{model}/train': '202',
};
const otherForms: Readonly<Record<string, string>> = {
  'GET /api/conversations/{id}/stream': 'text/event-stream',
  'GET /api/attachments/{id}': '*/*',
  'GET /api/imports/{id}/rejected.csv': 'text/csv',
};

/**
 * Completes the OpenAPI description that the routes' schemas give: who may call, what comes back, and what every
 * refusal looks like.
 *
 * @param actions the action of each call in the authorisation table, by method and path
 */
export function completeDescription(description: object, actions: ReadonlyMap<string, Action>): object {
  const { paths = {}, components = {} } = description as {
    paths?: Record<string, Record<string, Operation>>;
    components?: object;
  };
  return {
    ...description,
    components: {
      ...components,
      responses: {
        Refused: {
          description: 'Refused: a stable code, and a sentence that says what to do',
          content: { 'application/json': { schema: schemaOf(refusal) } },
        },
      },
    },
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, methods]) => [
        path,
        Object.fromEntries(
          Object.entries(methods).map(([method, operation]) => {
            const call = `${method.toUpperCase()} ${path}`;
            return [method, { ...operation, ...securityOf(actions.get(call)), ...answerOf(call) }];
          }),
        ),
      ]),
    ),
  };
}

function answerOf(call: string): object {
  const schema = answers.get(call);
  const form = otherForms[call] ?? 'application/json';
  const status = statuses[call] ?? '200';
  const content = { [form]: schema ? { schema: schemaOf(schema) } : {} };
  const done = { description: 'Done', ...(status === '204' ? {} : { content }) };
  return {
    responses: { [status]: done, default: refused },
    ...(uploads.has(call) ? { requestBody: file } : {}),
  };
}

/** Alternatives: whoever fits one of them may call. Nothing in one means that nobody need say who they are. */
function securityOf(action: Action | undefined): object {
  if (!action) return {};
  const who = authorisation[action] as readonly string[];
  const isStaff = who.some((standing) => standing !== 'anonymous' && standing !== 'contact');
  return {
    security: [
      ...(who.includes('anonymous') ? [{}] : []),
      ...(who.includes('contact') ? [{ contact: [] }] : []),
      ...(isStaff ? [{ staff: [] }] : []),
    ],
    'x-allowed-to': who,
  };
}

function schemaOf(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}
