import { App, Button, Popover } from 'antd';
import { useMemo, useState } from 'react';
import { consoleText } from '../../../../core/text/console.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { policyChanges } from './policy-changes.ts';
import { ProblemList } from './problem-list.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import './draft.css';

/** The bar at the foot while there is a draft: how far it is from what is in force, what is wrong, and publishing. */
export function DraftBar() {
  const { language, t } = useLanguage();
  const { modal } = App.useApp();
  const { draft, active, mayEdit, problems, checking, failure, overtaken, setDraft } = usePolicy();
  const [publishing, setPublishing] = useState(false);
  const [listing, setListing] = useState(false);
  const count = useMemo(
    () =>
      draft === null
        ? 0
        : policyChanges(active.policy, draft.policy, language).reduce(
            (sum, { changes }) => sum + changes.length,
            0,
          ),
    [draft, active, language],
  );
  if (!mayEdit || draft === null) return null;
  const errors = problems.filter(({ severity }) => severity === 'error').length;

  function discard() {
    modal.confirm({
      title: t(routingText.discardTitle),
      content: fill(t(routingText.discardBody), { count, version: active.version }),
      okText: t(routingText.discard),
      okButtonProps: { danger: true },
      cancelText: t(consoleText.cancel),
      onOk: () => setDraft(null),
    });
  }

  return (
    <div className="action-bar draft-bar">
      <div className="action-words">
        <span className="unsaved">{fill(t(routingText.draftState), { count })}</span>
        <span className="action-state" aria-live="polite">
          {failure !== null
            ? fill(t(routingText.checkFailed), { message: failure })
            : checking
              ? t(routingText.checking)
              : problems.length === 0
                ? `${t(routingText.allGood)} · ${t(routingText.draftKept)}`
                : null}
          {failure === null && !checking && problems.length > 0 && (
            <Popover
              trigger="click"
              placement="topLeft"
              open={listing}
              onOpenChange={setListing}
              title={t(errors > 0 ? routingText.problemsTitle : routingText.warningsTitle)}
              content={<ProblemList onChoose={() => setListing(false)} />}
            >
              <button type="button" className={`problem-count problem-${errors > 0 ? 'error' : 'warning'}`}>
                {errors > 0
                  ? fill(t(routingText.problems), { count: errors })
                  : fill(t(routingText.warnings), { count: problems.length })}
              </button>
            </Popover>
          )}
        </span>
      </div>
      <div className="action-buttons">
        <Button onClick={discard}>{t(routingText.discard)}</Button>
        <Button
          type="primary"
          disabled={errors > 0 || overtaken !== null}
          onClick={() => setPublishing(true)}
        >
          {t(routingText.reviewAndPublish)}
        </Button>
      </div>
      {publishing && <PublishDialog onClose={() => setPublishing(false)} />}
    </div>
  );
}
