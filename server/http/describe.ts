import { z } from 'zod';
import type { ErrorCode } from '../../core/terms/error-code.ts';
import { type Action, authorisation } from '../authorisation.ts';
import type { Call } from './call.ts';
import { statusOf } from './refusal.ts';
import { refusal } from './refusals.ts';

interface Operation {
  readonly responses?: Readonly<Record<string, object>>;
}

const file = {
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
};

/**
 * Completes the OpenAPI description that the routes' schemas give: who may call, what comes back, and with which codes
 * each call refuses.
 *
 * @param calls what the routes say of themselves, by the names of the calls
 */
export function completeDescription(description: object, calls: ReadonlyMap<string, Call>): object {
  const { paths = {}, components = {} } = description as {
    paths?: Record<string, Record<string, Operation>>;
    components?: object;
  };
  const shapes = new Shapes();
  /** Calls that refuse alike with a status say so in one place. */
  const refusals = new Map<string, object>();
  const described = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => {
        const call = calls.get(`${method.toUpperCase()} ${path}`);
        return [
          method,
          call
            ? { ...operation, ...securityOf(call.action), ...answersOf(call, shapes, refusals) }
            : operation,
        ];
      }),
    ),
  ]);
  const refused = {
    description: 'Refused: a stable code, and a sentence that says what to do',
    content: { 'application/json': { schema: shapes.schemaOf(refusal) } },
  };
  return {
    ...description,
    components: {
      ...components,
      responses: { Refused: refused, ...Object.fromEntries(refusals) },
      schemas: shapes.named,
    },
    paths: Object.fromEntries(described),
  };
}

function answersOf(
  { shapes: known, streams, refuses, takesFile }: Call,
  shapes: Shapes,
  refusals: Map<string, object>,
): object {
  const good = [...known].map(([status, shape]) => [
    String(status),
    status === 204
      ? { description: 'Done' }
      : { description: 'Done', content: { 'application/json': { schema: shapes.schemaOf(shape) } } },
  ]);
  const streamed =
    streams === undefined ? [] : [['200', { description: 'Done', content: { [streams]: {} } }]];
  return {
    responses: {
      ...Object.fromEntries([...streamed, ...good, ...refusalsByStatus(refuses, refusals)]),
      default: { $ref: '#/components/responses/Refused' },
    },
    ...(takesFile
      ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } }
      : {}),
  };
}

/** By status; what is said of a set of codes is put into `known`, under their names. */
function refusalsByStatus(codes: readonly ErrorCode[], known: Map<string, object>): [string, object][] {
  const statuses = [...new Set(codes.map(statusOf))].sort((one, other) => one - other);
  return statuses.map((status) => {
    const those = codes.filter((code) => statusOf(code) === status).sort();
    const description = those.join(', ');
    const narrowed = { properties: { error: { properties: { code: { enum: those } } } } };
    const schema = { allOf: [{ $ref: '#/components/schemas/Refusal' }, narrowed] };
    known.set(those.join('.'), { description, content: { 'application/json': { schema } } });
    return [String(status), { $ref: `#/components/responses/${those.join('.')}`, description }];
  });
}

/** Alternatives: whoever fits one of them may call. Nothing in one means that nobody need say who they are. */
function securityOf(action: Action): object {
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

/** JSON Schemas of answers; a shape with a name stands once, and the others point to it. */
class Shapes {
  readonly named: Record<string, object> = {};

  schemaOf(shape: z.ZodType): object {
    const {
      $schema: _,
      $defs = {},
      ...schema
    } = z.toJSONSchema(shape, {
      io: 'input',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => plainer(jsonSchema),
    });
    for (const [name, named] of Object.entries($defs)) this.named[name] ??= pointing(named);
    return pointing(schema);
  }
}

const pointing = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));

/** Leaves out what says nothing to a reader: that a number is exact, and how a format is spelt. */
function plainer(schema: z.core.JSONSchema.BaseSchema): void {
  delete schema.readOnly;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format === 'uuid') delete schema.pattern;
  if (schema.type === 'number' && schema.enum?.every(Number.isInteger)) schema.type = 'integer';
}
