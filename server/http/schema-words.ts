/** The parts of JSON Schema that the description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
  readonly description?: string;
}

export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const shapesPath = '#/components/schemas/';

/**
 * A schema as a reader takes it in at a glance: `{ id: string (uuid), at?: integer }`, one field a line with what is
 * said of it; named shapes are links. HTML.
 */
export function schemaWords(schema: Schema, indent = 0): string {
  if (schema.$ref?.startsWith(shapesPath)) {
    const name = escaped(schema.$ref.slice(shapesPath.length));
    return `<a href="#shape-${name}">${name}</a>`;
  }
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return some.map((one) => schemaWords(one, indent)).join(' | ');
  switch (schema.type) {
    case 'object':
      return objectWords(schema, indent);
    case 'array': {
      const { items = {} } = schema;
      const of = schemaWords(items, indent);
      return `${items.anyOf || items.oneOf || items.enum ? `(${of})` : of}[]`;
    }
    case undefined:
      return 'any';
    default:
      return `${escaped([schema.type].flat().join(' | '))}${limits(schema)}`;
  }
}

function objectWords({ properties = {}, required = [], ...schema }: Schema, indent: number): string {
  const space = '  '.repeat(indent + 1);
  const lines = Object.entries(properties).map(([name, part]) => {
    const said = part.description ? ` <i>${escaped(part.description)}</i>` : '';
    const mark = required.includes(name) ? '' : '?';
    return `${space}${escaped(name)}${mark}: ${schemaWords(part, indent + 1)}${said}`;
  });
  const others = schema.additionalProperties;
  if (typeof others === 'object') {
    const names = schema.propertyNames?.enum?.map(literal).join(' | ') ?? 'string';
    lines.push(`${space}[${names}]: ${schemaWords(others, indent + 1)}`);
  }
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${'  '.repeat(indent)}}`;
}

const literal = (value: unknown) => escaped(JSON.stringify(value));

/** Above these a limit is none that anybody would meet. */
const worthSaying = (limit: number | undefined) => limit !== undefined && Math.abs(limit) < 2 ** 52;

function limits({ format, minimum, maximum, minLength, maxLength }: Schema): string {
  const said = [
    format,
    worthSaying(minimum) ? `≥ ${minimum}` : undefined,
    worthSaying(maximum) ? `≤ ${maximum}` : undefined,
    minLength === undefined ? undefined : `at least ${minLength} long`,
    maxLength === undefined ? undefined : `at most ${maxLength} long`,
  ].filter((one) => one !== undefined);
  return said.length === 0 ? '' : ` (${escaped(said.join(', '))})`;
}
