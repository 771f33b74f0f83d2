import { BulbOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { type ReactNode, useRef } from 'react';
import type { AssistView } from '../../../core/protocol/assist.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../context/section.tsx';
import type { TakenHelp } from './assist-use.ts';
import { KnowledgeSearch } from './knowledge-search.tsx';
import { Passages } from './passages.tsx';
import { Procedure } from './procedure.tsx';
import { Replies } from './replies.tsx';
import { Solved } from './solved.tsx';
import type { Help } from './use-assist.ts';

/** Milliseconds without a move of the pointer after which nobody is taken to be reading. */
const readingEnds = 4_000;

/** The help beside a conversation. While somebody points or writes in it, it stays as it is. */
export function AssistPanel({
  conversationId,
  help,
  mayInsert,
  onInsert,
  onLook,
}: {
  readonly conversationId: string;
  readonly help: Help;
  readonly mayInsert: boolean;
  readonly onInsert: (taken: TakenHelp) => void;
  readonly onLook: (conversationId: string) => void;
}) {
  const { t } = useLanguage();
  const reading = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { view } = help;
  const rest = () => {
    clearTimeout(reading.current);
    help.hold(false);
  };
  return (
    <div
      className="assist"
      data-testid="assist"
      data-of={view?.of}
      onPointerMove={() => {
        clearTimeout(reading.current);
        help.hold(true);
        reading.current = setTimeout(rest, readingEnds);
      }}
      onPointerLeave={rest}
    >
      <Section title={t(assistText.title)}>
        {help.newer && (
          <button type="button" className="assist-newer" onClick={rest}>
            {t(assistText.newer)}
          </button>
        )}
        {view ? (
          <Found
            view={view}
            conversationId={conversationId}
            mayInsert={mayInsert}
            onInsert={onInsert}
            onLook={onLook}
          />
        ) : help.error ? (
          <div className="assist-failed" role="alert">
            <p>{t(assistText.failed)}</p>
            <p className="soft">
              {errorSentence(help.error).message} · {t(assistText.code)} {errorSentence(help.error).code}
            </p>
            <Button size="small" onClick={help.retry}>
              {t(assistText.retry)}
            </Button>
          </div>
        ) : (
          <div aria-busy="true" role="status" aria-label={t(assistText.loading)}>
            <Skeleton active title={false} paragraph={{ rows: 4, width: ['100%', '92%', '64%', '80%'] }} />
          </div>
        )}
        <KnowledgeSearch conversationId={conversationId} mayInsert={mayInsert} onInsert={onInsert} />
      </Section>
    </div>
  );
}

function Found({
  view,
  conversationId,
  mayInsert,
  onInsert,
  onLook,
}: {
  readonly view: AssistView;
  readonly conversationId: string;
  readonly mayInsert: boolean;
  readonly onInsert: (taken: TakenHelp) => void;
  readonly onLook: (conversationId: string) => void;
}) {
  const { t } = useLanguage();
  const nothing =
    view.replies.length + view.passages.length + view.solved.length + view.facts.length === 0 &&
    !view.procedure;
  return (
    <>
      {view.tone && (
        <p className="assist-tone" data-code={view.tone.code}>
          <BulbOutlined aria-hidden="true" /> <span className="unseen">{t(assistText.tone)}</span>
          {view.tone.advice}
        </p>
      )}
      {nothing && (
        <p className="assist-empty">
          {t(view.of === 0 ? assistText.silent : assistText.empty)}
          <span className="soft">{t(assistText.emptyHelp)}</span>
        </p>
      )}
      {view.replies.length > 0 && (
        <Group title={t(assistText.replies)}>
          <Replies replies={view.replies} mayInsert={mayInsert} onInsert={onInsert} />
        </Group>
      )}
      {view.facts.length > 0 && (
        <Group title={t(assistText.facts)}>
          <dl className="facts assist-facts">
            {view.facts.map((fact) => (
              <div key={`${fact.of} ${fact.label}`}>
                <dt>{fact.label}</dt>
                <dd>
                  {fact.value} <span className="soft">{fact.of}</span>
                </dd>
              </div>
            ))}
          </dl>
        </Group>
      )}
      {view.procedure && (
        <Group title={t(assistText.procedure)}>
          <Procedure procedure={view.procedure} />
        </Group>
      )}
      {view.passages.length > 0 && (
        <Group title={t(assistText.passages)}>
          {view.own && <p className="soft assist-own">{fill(t(assistText.own), view.own)}</p>}
          {/* Another question is another list: what was unfolded is folded again. */}
          <Passages
            key={`${conversationId} ${view.of}`}
            passages={view.passages}
            mayInsert={mayInsert}
            onInsert={onInsert}
          />
        </Group>
      )}
      {view.solved.length > 0 && (
        <Group title={t(assistText.solved)}>
          <Solved solved={view.solved} mayInsert={mayInsert} onInsert={onInsert} onLook={onLook} />
        </Group>
      )}
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="assist-group">
      <h4>{title}</h4>
      {children}
    </div>
  );
}
