import type { ComponentChildren } from 'preact';
import type { MessageRow } from '../timeline.ts';
import { mayAskHuman } from '../view-state.ts';
import { AttachmentView } from './attachment.tsx';
import { useSay, useSurroundings } from './context.ts';
import { Face } from './header.tsx';
import { AssistantMark, PersonIcon } from './icons.tsx';
import { Markdown, sourceAddress } from './markdown.tsx';
import { OwnMessage } from './own-message.tsx';
import { clock, stamp } from './time.ts';
import { useRefocus } from './use-refocus.ts';

export function MessageView({ row, last }: { row: MessageRow; last: boolean }) {
  if (row.by === 'contact') return <OwnMessage row={row} last={last} />;
  return <TheirMessage row={row} last={last} />;
}

/** Assistant and human are told apart by the shape of their seat and by a written label, not by colour alone. */
function Seat({
  by,
  name,
  at,
  startsRun,
  children,
}: {
  by: 'assistant' | 'agent';
  name: string;
  at?: number;
  startsRun: boolean;
  children: ComponentChildren;
}) {
  const { language } = useSurroundings().state;
  const say = useSay();
  // A name that says it already needs no label beside it.
  const tag = by === 'agent' ? say('humanLabel') : /\bAI\b/.test(name) ? null : say('assistantLabel');
  return (
    <div class={`message ${by} ${startsRun ? 'starts' : ''}`}>
      <div class="seat">{startsRun && (by === 'agent' ? <Face name={name} /> : <AssistantMark />)}</div>
      <div class="said">
        {startsRun && (
          <p class="label">
            <b>{name}</b>
            {tag !== null && <span class="tag">{tag}</span>}
            {at !== undefined && (
              <time dateTime={new Date(at).toISOString()} title={stamp(at, language)}>
                {clock(at, language)}
              </time>
            )}
          </p>
        )}
        {children}
      </div>
    </div>
  );
}

function useAssistantName(): string {
  const { state } = useSurroundings();
  const say = useSay();
  return state.face?.assistantName[state.language] ?? say('assistantLabel');
}

function TheirMessage({ row, last }: { row: MessageRow; last: boolean }) {
  const { messenger, state, origin } = useSurroundings();
  const say = useSay();
  const refocus = useRefocus();
  const assistantName = useAssistantName();
  const by = row.by === 'agent' ? 'agent' : 'assistant';
  const name = by === 'agent' ? (row.name ?? say('humanLabel')) : assistantName;
  const choosable = last && state.standing.owner === 'assistant' && state.pending.length === 0;
  return (
    <Seat by={by} name={name} at={row.at} startsRun={row.startsRun}>
      {row.text !== '' && (
        <div class="bubble">
          <Markdown text={row.text} citations={row.citations} />
          {row.citations.length > 0 && (
            <ul class="sources" aria-label={say('sources')}>
              {sourcesOf(row).map(({ citation, index }) => (
                <li key={`${citation.articleId}#${citation.ordinal}`}>
                  <a href={sourceAddress(origin, citation)} target="_blank" rel="noopener">
                    <b>{index + 1}</b>
                    <span>{citation.title}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {row.attachments.map((attachment) => (
        <AttachmentView key={attachment.id} attachment={attachment} />
      ))}
      {choosable && row.choices.length > 0 && <Chips texts={row.choices} />}
      {row.offersHuman && last && mayAskHuman(state) && (
        <button type="button" class="human" onClick={refocus(() => void messenger.askHuman())}>
          <PersonIcon />
          {say('askHuman')}
        </button>
      )}
    </Seat>
  );
}

/** One chip an article. A text with numbers of its own (`[2]`) keeps every number, so that each can be found. */
function sourcesOf({
  text,
  citations,
}: MessageRow): { citation: MessageRow['citations'][number]; index: number }[] {
  const numbered = citations.map((citation, index) => ({ citation, index }));
  if (/\[\d+\]/.test(text)) return numbered;
  const seen = new Set<string>();
  return numbered
    .filter(({ citation }) => !seen.has(citation.articleId) && seen.add(citation.articleId))
    .map(({ citation }, index) => ({ citation, index }));
}

export function Chips({ texts, label }: { texts: readonly string[]; label?: string }) {
  const { messenger } = useSurroundings();
  const refocus = useRefocus();
  return (
    <ul class="chips" aria-label={label}>
      {texts.map((text) => (
        <li key={text}>
          <button type="button" onClick={refocus(() => void messenger.send(text))}>
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The assistant introduces itself; while nothing has been said it suggests what to ask. */
export function Greeting() {
  const { state } = useSurroundings();
  const say = useSay();
  const name = useAssistantName();
  if (!state.face) return null;
  const quiet = state.events.length === 0 && state.pending.length === 0;
  return (
    <Seat by="assistant" name={name} startsRun>
      <div class="bubble">
        <Markdown text={state.face.greeting[state.language]} citations={[]} />
      </div>
      {quiet && <Chips texts={state.face.suggestions[state.language]} label={say('suggestions')} />}
    </Seat>
  );
}

/** An answer as it is being written; before its first word, three dots. */
export function Writing({ text }: { text: string | null }) {
  const { state } = useSurroundings();
  const say = useSay();
  const assistantName = useAssistantName();
  const human = text === null && (state.typing?.by === 'agent' || state.standing.owner === 'agent');
  const name = human ? (state.typing?.name ?? state.standing.agentName ?? say('humanLabel')) : assistantName;
  return (
    <div aria-live="off">
      <Seat by={human ? 'agent' : 'assistant'} name={name} startsRun>
        {text === null ? (
          <p class="dots">
            <i />
            <i />
            <i />
            <span>{human ? say('typing', { name }) : say('thinking')}</span>
          </p>
        ) : (
          <div class="bubble writing">
            <Markdown text={text} citations={[]} />
          </div>
        )}
      </Seat>
    </div>
  );
}
