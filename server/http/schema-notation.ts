/** The part of a JSON Schema that is told on the readable page. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly $ref?: string;
}

/** Deeper than this only the kind is told. */
const deepest = 8;

/**
 * A JSON Schema as people write types: `{ title: string (1–300), topic?: string }`, one property a line, what may be
 * left out with a question mark, limits in brackets. What it does not know is called `any`.
 */
export function schemaNotation(schema: unknown): string {
  return told((schema ?? {}) as Schema, 0);
}

function told(schema: Schema, depth: number): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return [...new Set(either.map((one) => told(one, depth)))].join(' | ');
  if (schema.allOf) return schema.allOf.map((one) => told(one, depth)).join(' & ');
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? 'any';
  if (Array.isArray(schema.type))
    return schema.type.map((type: string) => told({ ...schema, type }, depth)).join(' | ');
  if (schema.type === 'array') return listed(schema, depth);
  if (schema.type === 'object' || schema.properties) return properties(schema, depth);
  if (schema.type === undefined) return 'any';
  return `${schema.type}${limits(schema)}`;
}

function listed({ items, maxItems }: Schema, depth: number): string {
  const one = told(items ?? {}, depth);
  const name = / [|&] /.test(one) && !one.startsWith('{') ? `(${one})[]` : `${one}[]`;
  return maxItems === undefined ? name : `${name} (at most ${maxItems})`;
}

function properties(schema: Schema, depth: number): string {
  const { required = [], additionalProperties } = schema;
  const named = Object.entries(schema.properties ?? {});
  if (depth >= deepest) return 'object';
  const margin = '  '.repeat(depth + 1);
  const lines = named.map(
    ([name, one]) => `${margin}${name}${required.includes(name) ? '' : '?'}: ${told(one, depth + 1)}`,
  );
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0)
    lines.push(`${margin}[name]: ${told(additionalProperties, depth + 1)}`);
  if (lines.length === 0) return '{}';
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`;
}

/** Bounds that every number of the machine keeps are nobody's business. */
function limits(schema: Schema): string {
  const { format, minLength, maxLength, minimum, maximum } = schema;
  const small = (bound: number | undefined) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined;
  const range = (low: number | undefined, high: number | undefined, unit: string) =>
    low !== undefined && high !== undefined
      ? `${low}–${high}${unit}`
      : high !== undefined
        ? `at most ${high}${unit}`
        : low !== undefined && low !== 0
          ? `at least ${low}${unit}`
          : '';
  const parts = [
    format ?? '',
    range(minLength, maxLength, ' characters'),
    range(small(minimum), small(maximum), ''),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
