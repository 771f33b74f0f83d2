import { z } from 'zod';
import { nearest } from './nearest.ts';

/** What the server is told from outside, arranged for use. Times in ms. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** The address customers and staff use, without a slash at the end; undefined: as they called. */
  readonly publicUrl: string | undefined;
  /** undefined: the embedded database below `dataDirectory`. */
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  readonly trustProxy: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** undefined: the built-in answerer alone. */
  readonly model: ModelConfig | undefined;
  /** undefined: the knowledge base is searched by words alone. */
  readonly embedding: EmbeddingConfig | undefined;
  readonly demo: boolean;
  readonly uploadBytes: number;
  readonly imports: {
    readonly fileBytes: number;
    /** Hosts inside the own network that may be read all the same, `host` or `host:port`. */
    readonly hosts: readonly string[];
    readonly pauseMs: number;
  };
  readonly sessionHours: number;
  /** How long a host site may vouch for a customer with one JWT. */
  readonly identityMs: number;
  readonly rates: {
    readonly contactMessagesPerMinute: number;
    readonly addressRequestsPerMinute: number;
    readonly signInsPerQuarterHour: number;
  };
  readonly learning: { readonly quietMs: number; readonly everyMs: number };
  readonly insights: { readonly everyMs: number };
  readonly timers: {
    readonly answerDeadlineMs: number;
    readonly queuePatienceMs: number;
    readonly agentSilenceMs: number;
    readonly agentGraceMs: number;
    readonly assistantIdleMs: number;
    readonly shutdownMs: number;
  };
}

/** An OpenAI-compatible model server. Times in ms. */
export interface ModelConfig {
  readonly url: string;
  readonly key: string | undefined;
  readonly name: string;
  readonly firstTokenMs: number;
  readonly totalMs: number;
  /** Whether it is also asked what it makes of each message. */
  readonly opinion: boolean;
}

/** An OpenAI-compatible embeddings server. Times in ms. */
export interface EmbeddingConfig {
  readonly url: string;
  readonly key: string | undefined;
  readonly name: string;
  /** How long a customer's question waits for its vector. */
  readonly questionMs: number;
}

/** One thing wrong with the settings. */
export interface ConfigProblem {
  readonly name: string;
  readonly problem: string;
}

/** Thrown once, with everything that is wrong, so that one round of correcting suffices. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ name, problem }) => `  ${name}: ${problem}`);
    super(`These settings need correcting (all are described in docs/config.md):\n${lines.join('\n')}`);
    this.problems = problems;
  }
}

/** What docs/config.md tells of a setting beside its name and meaning. */
interface Facts {
  readonly group: string;
  readonly allowed: string;
  readonly normally: string;
}

const documented = z.registry<Facts & { description: string }>();

function setting<S extends z.ZodType>(
  schema: S,
  group: string,
  description: string,
  allowed: string,
  normally: string,
): S {
  documented.add(schema, { group, description, allowed, normally });
  return schema;
}

/** A whole number between two bounds; without a value, `normally`. */
function wholeNumber(group: string, normally: number, low: number, high: number, description: string) {
  const allowed = `a whole number from ${low} to ${high}`;
  const schema = z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= low && Number(text) <= high, `must be ${allowed}`)
    .transform(Number)
    .default(normally);
  return setting(schema, group, description, allowed, String(normally));
}

function oneOf<const V extends string>(
  group: string,
  values: readonly V[],
  normally: V,
  description: string,
) {
  const allowed = values.join(', ');
  const schema = z.enum(values, `must be one of ${allowed}`).default(normally);
  return setting(schema, group, description, allowed, normally);
}

function yesOrNo(group: string, normally: boolean, description: string) {
  const schema = z
    .enum(['true', 'false'], 'must be true or false')
    .transform((text) => text === 'true')
    .default(normally);
  return setting(schema, group, description, 'true or false', String(normally));
}

function address(group: string, protocols: readonly string[], description: string) {
  const allowed = `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`;
  const schema = z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), `must be ${allowed}`)
    .optional();
  return setting(schema, group, description, allowed, '');
}

/** Text of a form that `allowed` describes; `textOr` has a value when nothing is set. */
function text(group: string, pattern: RegExp, allowed: string, description: string) {
  const schema = z.string().regex(pattern, `must be ${allowed}`).optional();
  return setting(schema, group, description, allowed, '');
}

function textOr(group: string, normally: string, pattern: RegExp, allowed: string, description: string) {
  const schema = z.string().regex(pattern, `must be ${allowed}`).default(normally);
  return setting(schema, group, description, allowed, normally);
}

const where = 'Where it listens';
const store = 'Where it keeps data';
const model = 'Language model';
const embedding = 'Embeddings';
const limits = 'Limits';
const timers = 'Waiting times';

/** Every setting, in the order of docs/config.md. The names are those of environment variables. */
export const settings = {
  PORT: wholeNumber(where, 7300, 0, 65_535, 'The port. 0 takes a free one and prints it.'),
  HOST: textOr(
    where,
    '127.0.0.1',
    /^[A-Za-z0-9.:_-]+$/,
    'a host name or an IP address',
    'The address to listen on. `0.0.0.0` opens it to the network: then put a proxy with https before it.',
  ),
  PUBLIC_URL: address(
    where,
    ['http:', 'https:'],
    'The address at which browsers reach Tandem, when that is not HOST and PORT. With https, cookies are marked secure.',
  ),
  TRUST_PROXY: yesOrNo(
    where,
    false,
    'Believe the `X-Forwarded-For` and `X-Forwarded-Proto` of a proxy in front. Only when every request comes through it.',
  ),
  DATABASE_URL: address(
    store,
    ['postgres:', 'postgresql:'],
    'A PostgreSQL 15 or newer to use. Without it Tandem runs its own inside DATA_DIR.',
  ),
  DATA_DIR: textOr(
    store,
    './data',
    /\S/,
    'a folder',
    'The folder for the embedded database and uploads. Back it up as a whole while Tandem is stopped.',
  ),
  TANDEM_DEMO: yesOrNo(
    store,
    true,
    'Put the demo shop into an empty database. Set it to false for a real installation.',
  ),
  LOG_LEVEL: oneOf(
    store,
    ['debug', 'info', 'warn', 'error', 'silent'],
    'info',
    'How much to log, as JSON on standard output. What customers write is never logged.',
  ),
  TANDEM_MODEL_URL: address(
    model,
    ['http:', 'https:'],
    'The base address of an OpenAI-compatible server, such as `https://models.example/v1`. Without it the built-in answerer works alone. What customers write is sent without personal data.',
  ),
  TANDEM_MODEL_KEY: text(model, /^\S+$/, 'a key without spaces', 'The key sent to it, when it wants one.'),
  TANDEM_MODEL_NAME: text(
    model,
    /\S/,
    'the name of a model',
    'The model to ask for. Needed with TANDEM_MODEL_URL.',
  ),
  TANDEM_MODEL_FIRST_TOKEN_MS: wholeNumber(
    model,
    8000,
    100,
    120_000,
    'How long the model may take to begin before the built-in answerer steps in.',
  ),
  TANDEM_MODEL_TIMEOUT_MS: wholeNumber(
    model,
    30_000,
    500,
    600_000,
    'How long the model may take for a whole answer.',
  ),
  TANDEM_MODEL_OPINION: yesOrNo(
    model,
    true,
    'Also ask the model what it makes of each message that it answers: mood, wish for a person, risks. A second, short call beside the answer; where it differs from the rules, a person is offered.',
  ),
  TANDEM_EMBEDDING_URL: address(
    embedding,
    ['http:', 'https:'],
    'The base address of an OpenAI-compatible server with embeddings, such as `https://models.example/v1`. The knowledge base is then searched by meaning besides words. The texts of published articles and what customers ask are sent without personal data.',
  ),
  TANDEM_EMBEDDING_KEY: text(
    embedding,
    /^\S+$/,
    'a key without spaces',
    'The key sent to it, when it wants one.',
  ),
  TANDEM_EMBEDDING_NAME: text(
    embedding,
    /\S/,
    'the name of a model',
    'The embedding model to ask for. Needed with TANDEM_EMBEDDING_URL. Under another name every text is sent anew.',
  ),
  TANDEM_EMBEDDING_QUESTION_MS: wholeNumber(
    embedding,
    400,
    20,
    5000,
    'How long the question of a customer may wait for it. After that words alone are searched.',
  ),
  MAX_UPLOAD_MB: wholeNumber(limits, 40, 1, 1024, 'The largest attachment, in megabytes.'),
  IMPORT_MAX_MB: wholeNumber(
    limits,
    200,
    1,
    1024,
    'The largest file that can be imported into the knowledge base, in megabytes.',
  ),
  IMPORT_HOSTS: text(
    limits,
    /^[A-Za-z0-9._:[\]-]+(\s*,\s*[A-Za-z0-9._:[\]-]+)*$/,
    'hosts or `host:port`, separated by commas',
    'Sites inside your own network that may be imported. Without it only public addresses are read, at the usual ports.',
  ),
  IMPORT_PAUSE_MS: wholeNumber(
    limits,
    500,
    0,
    60_000,
    'The pause between two pages of a site that is imported. A longer one that its robots.txt asks for is kept.',
  ),
  SESSION_HOURS: wholeNumber(limits, 12, 1, 720, 'How long staff stay signed in without doing anything.'),
  IDENTITY_MAX_MINUTES: wholeNumber(
    limits,
    60,
    1,
    10_080,
    'How long the identity JWT of a host site may be good. A longer one is refused: whoever comes by it could be that customer until it expires.',
  ),
  RATE_CONTACT_MESSAGES: wholeNumber(limits, 30, 1, 10_000, 'Messages a minute that one customer may send.'),
  RATE_ADDRESS_REQUESTS: wholeNumber(limits, 600, 10, 1_000_000, 'Requests a minute from one IP address.'),
  RATE_SIGN_INS: wholeNumber(
    limits,
    10,
    1,
    1000,
    'Failed sign-ins in 15 minutes, for one account and for one IP address.',
  ),
  ANSWER_DEADLINE_MS: wholeNumber(
    timers,
    20_000,
    1000,
    120_000,
    'After this a customer has an answer or a human, whatever the model does.',
  ),
  QUEUE_PATIENCE_S: wholeNumber(
    timers,
    120,
    5,
    86_400,
    'Waiting this long for a human, a customer is asked whether to leave a message.',
  ),
  AGENT_SILENCE_S: wholeNumber(
    timers,
    300,
    10,
    86_400,
    'An agent who does not reply for this long loses the conversation to the queue.',
  ),
  AGENT_GRACE_S: wholeNumber(
    timers,
    30,
    1,
    3600,
    'How long an agent may be disconnected before the conversations go back to the queue.',
  ),
  ASSISTANT_IDLE_MIN: wholeNumber(
    timers,
    30,
    1,
    10_080,
    'A conversation with the assistant in which nothing happens for this many minutes is ended as unanswered by the customer.',
  ),
  LEARN_QUIET_S: wholeNumber(
    timers,
    60,
    1,
    86_400,
    'Examples that have not changed for this long are learned from in the background.',
  ),
  LEARN_EVERY_S: wholeNumber(timers, 600, 1, 86_400, 'A model is trained by itself at most this often.'),
  INSIGHTS_EVERY_S: wholeNumber(
    timers,
    60,
    1,
    3_600,
    'New questions are put with the others, and rising topics looked for, this often.',
  ),
  SHUTDOWN_MS: wholeNumber(timers, 10_000, 0, 120_000, 'How long a stop waits for what is under way.'),
};

const schema = z.object(settings);

/** Names with `TANDEM_` that others read: not settings of the server, and not mistakes. */
const readElsewhere = ['TANDEM_TEST_'];

/**
 * Reads the settings from the environment. An empty value counts as not set.
 *
 * @throws ConfigError with every problem at once, unknown `TANDEM_…` names included
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(settings)
      .map((name) => [name, environment[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = schema.safeParse(given);
  const problems: ConfigProblem[] = [
    ...(read.error?.issues ?? []).map(({ path, message }) => ({
      name: String(path[0]),
      problem: `${message}, not ${quote(String(path[0]), given[String(path[0])])}`,
    })),
    ...modelProblems(given),
    ...embeddingProblems(given),
    ...unknownNames(environment),
  ];
  if (!read.success || problems.length > 0) throw new ConfigError(problems);
  return arrange(read.data);
}

/** A wrong secret is not repeated into a terminal or a log. */
function quote(name: string, value: string | undefined): string {
  return name.endsWith('_KEY') || name === 'DATABASE_URL' ? 'what is set' : JSON.stringify(value);
}

function modelProblems(given: Readonly<Record<string, string | undefined>>): ConfigProblem[] {
  const needed = 'TANDEM_MODEL_URL';
  const problems: ConfigProblem[] = [];
  if (given[needed] !== undefined && given.TANDEM_MODEL_NAME === undefined)
    problems.push({ name: 'TANDEM_MODEL_NAME', problem: `must name the model to ask for at ${needed}` });
  if (given[needed] === undefined)
    for (const name of ['TANDEM_MODEL_KEY', 'TANDEM_MODEL_NAME'])
      if (given[name] !== undefined)
        problems.push({ name, problem: `is set without ${needed}: set that too, or remove this` });
  const first = Number(given.TANDEM_MODEL_FIRST_TOKEN_MS ?? 8000);
  const whole = Number(given.TANDEM_MODEL_TIMEOUT_MS ?? 30_000);
  if (first > whole)
    problems.push({
      name: 'TANDEM_MODEL_FIRST_TOKEN_MS',
      problem: `must not be longer than TANDEM_MODEL_TIMEOUT_MS (${whole})`,
    });
  return problems;
}

function embeddingProblems(given: Readonly<Record<string, string | undefined>>): ConfigProblem[] {
  const needed = 'TANDEM_EMBEDDING_URL';
  if (given[needed] !== undefined)
    return given.TANDEM_EMBEDDING_NAME === undefined
      ? [{ name: 'TANDEM_EMBEDDING_NAME', problem: `must name the embedding model to ask for at ${needed}` }]
      : [];
  return ['TANDEM_EMBEDDING_KEY', 'TANDEM_EMBEDDING_NAME', 'TANDEM_EMBEDDING_QUESTION_MS']
    .filter((name) => given[name] !== undefined)
    .map((name) => ({ name, problem: `is set without ${needed}: set that too, or remove this` }));
}

function unknownNames(environment: Readonly<Record<string, string | undefined>>): ConfigProblem[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('TANDEM_') && !(name in settings))
    .filter((name) => !readElsewhere.some((prefix) => name.startsWith(prefix)))
    .map((name) => {
      const meant = nearest(name, Object.keys(settings));
      return { name, problem: `is not a setting${meant === undefined ? '' : `; did you mean ${meant}?`}` };
    });
}

function arrange(read: z.infer<typeof schema>): Config {
  return {
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL?.replace(/\/+$/, ''),
    databaseUrl: read.DATABASE_URL,
    dataDirectory: read.DATA_DIR,
    trustProxy: read.TRUST_PROXY,
    logLevel: read.LOG_LEVEL,
    model:
      read.TANDEM_MODEL_URL === undefined || read.TANDEM_MODEL_NAME === undefined
        ? undefined
        : {
            url: read.TANDEM_MODEL_URL.replace(/\/+$/, ''),
            key: read.TANDEM_MODEL_KEY,
            name: read.TANDEM_MODEL_NAME,
            firstTokenMs: read.TANDEM_MODEL_FIRST_TOKEN_MS,
            opinion: read.TANDEM_MODEL_OPINION,
            totalMs: read.TANDEM_MODEL_TIMEOUT_MS,
          },
    embedding:
      read.TANDEM_EMBEDDING_URL === undefined || read.TANDEM_EMBEDDING_NAME === undefined
        ? undefined
        : {
            url: read.TANDEM_EMBEDDING_URL.replace(/\/+$/, ''),
            key: read.TANDEM_EMBEDDING_KEY,
            name: read.TANDEM_EMBEDDING_NAME,
            questionMs: read.TANDEM_EMBEDDING_QUESTION_MS,
          },
    demo: read.TANDEM_DEMO,
    uploadBytes: read.MAX_UPLOAD_MB * 1024 * 1024,
    imports: {
      fileBytes: read.IMPORT_MAX_MB * 1024 * 1024,
      hosts: read.IMPORT_HOSTS?.split(/\s*,\s*/) ?? [],
      pauseMs: read.IMPORT_PAUSE_MS,
    },
    sessionHours: read.SESSION_HOURS,
    identityMs: read.IDENTITY_MAX_MINUTES * 60_000,
    rates: {
      contactMessagesPerMinute: read.RATE_CONTACT_MESSAGES,
      addressRequestsPerMinute: read.RATE_ADDRESS_REQUESTS,
      signInsPerQuarterHour: read.RATE_SIGN_INS,
    },
    insights: { everyMs: read.INSIGHTS_EVERY_S * 1000 },
    learning: { quietMs: read.LEARN_QUIET_S * 1000, everyMs: read.LEARN_EVERY_S * 1000 },
    timers: {
      answerDeadlineMs: read.ANSWER_DEADLINE_MS,
      queuePatienceMs: read.QUEUE_PATIENCE_S * 1000,
      agentSilenceMs: read.AGENT_SILENCE_S * 1000,
      agentGraceMs: read.AGENT_GRACE_S * 1000,
      assistantIdleMs: read.ASSISTANT_IDLE_MIN * 60_000,
      shutdownMs: read.SHUTDOWN_MS,
    },
  };
}

/** docs/config.md, made from the schema so that it cannot be wrong. */
export function configPage(): string {
  const rows = Object.entries(settings).map(([name, schema]) => ({ name, ...documented.get(schema)! }));
  const groups = [...new Set(rows.map(({ group }) => group))];
  const tables = groups.map((group) =>
    [
      `## ${group}`,
      '',
      '| Name | Normally | Allowed | Meaning |',
      '|---|---|---|---|',
      ...rows
        .filter((row) => row.group === group)
        .map(
          ({ name, normally, allowed, description }) =>
            `| \`${name}\` | ${normally === '' ? 'not set' : `\`${normally}\``} | ${allowed} | ${description} |`,
        ),
      '',
    ].join('\n'),
  );
  return [
    '# Settings',
    '',
    '<!-- Made from server/config.ts by `npm run tandem -- config-page`; edit it there. -->',
    '',
    'Tandem is set by environment variables and needs none of them. A wrong value, or a name that begins with `TANDEM_` and is not here, stops the start with every problem listed at once.',
    '',
    ...tables,
  ].join('\n');
}
