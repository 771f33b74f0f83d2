import { App, Button, Progress, Tag } from 'antd';
import { useState } from 'react';
import type { ImportView } from '../../../../core/protocol/imports.ts';
import { importStateText, importsText } from '../../../../core/text/console-import.ts';
import { fill } from '../../../../core/text/fill.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { When } from '../../frame/when.tsx';
import { moveImport } from './calls.ts';
import { RejectedRows } from './rejected-rows.tsx';
import { SiteChanges } from './site-changes.tsx';

const colours = { done: 'success', failed: 'error', cancelled: 'default', prepared: 'warning' } as const;

/** Green only where everything came in. */
const colourOf = ({ state, rejected }: ImportView) =>
  state === 'done' && rejected > 0 ? 'warning' : (colours[state as keyof typeof colours] ?? 'processing');

/** One import: how far it is, what came of it, and what can be done about it. */
export function ImportLine({
  one,
  onChange,
  onPrepare,
}: {
  readonly one: ImportView;
  readonly onChange: () => void;
  readonly onPrepare: (one: ImportView) => void;
}) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [shown, setShown] = useState<'rejected' | 'changes' | null>(null);
  const isSite = one.kind !== 'file';
  const isRunning = ['queued', 'reading', 'writing'].includes(one.state);

  const move = (verb: 'cancel' | 'resume' | 'again') =>
    moveImport(one.id, verb).then(onChange, (error) => message.error(errorSentence(error).message));

  return (
    <li className="import-line" data-state={one.state}>
      <div className="import-head">
        <strong className="import-name">{one.name}</strong>
        <Tag color={colourOf(one)}>{t(importStateText[one.state])}</Tag>
        <span className="soft import-when">
          <When at={one.createdAt} /> · {fill(t(importsText.by), { name: one.createdBy })}
        </span>
      </div>
      {isRunning && !isSite && (
        <Progress percent={Math.round(one.share * 100)} size="small" aria-label={one.name} />
      )}
      {one.failure && (
        <p role="alert" className="import-failure">
          {one.failure.sentence} <small className="soft">{one.failure.code}</small>
        </p>
      )}
      {one.rows > 0 && (
        <p className="figure">
          {fill(t(isSite ? importsText.pages : importsText.rows), { rows: one.rows })} ·{' '}
          {fill(t(importsText.counts), {
            created: one.created,
            updated: one.updated,
            unchanged: one.unchanged,
          })}
          {one.vanished > 0 && ` · ${t(importsText.gone)} ${one.vanished}`}
        </p>
      )}
      <div className="import-actions">
        {one.rejected > 0 && (
          <>
            <span className="import-warning">
              {fill(t(isSite ? importsText.rejectedPages : importsText.rejected), { count: one.rejected })}
            </span>
            <Button
              size="small"
              aria-expanded={shown === 'rejected'}
              onClick={() => setShown(shown === 'rejected' ? null : 'rejected')}
            >
              {t(shown === 'rejected' ? importsText.close : importsText.showRejected)}
            </Button>
          </>
        )}
        {isSite && one.state === 'done' && (
          <Button
            size="small"
            aria-expanded={shown === 'changes'}
            onClick={() => setShown(shown === 'changes' ? null : 'changes')}
          >
            {t(shown === 'changes' ? importsText.close : importsText.changes)}
          </Button>
        )}
        {one.state === 'prepared' && (
          <Button size="small" type="primary" onClick={() => onPrepare(one)}>
            {t(importsText.preview)}
          </Button>
        )}
        {isRunning && (
          <Button size="small" onClick={() => move('cancel')}>
            {t(importsText.cancel)}
          </Button>
        )}
        {(one.state === 'failed' || one.state === 'cancelled') && one.rows > 0 && (
          <Button size="small" onClick={() => move('resume')}>
            {t(importsText.resume)}
          </Button>
        )}
        {(one.state === 'done' || (one.state === 'failed' && isSite)) && (
          <Button size="small" onClick={() => move('again')}>
            {t(isSite ? importsText.readAgain : importsText.again)}
          </Button>
        )}
      </div>
      {shown === 'rejected' && <RejectedRows id={one.id} isSite={isSite} />}
      {shown === 'changes' && <SiteChanges id={one.id} />}
    </li>
  );
}
