import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { consoleText } from '../../../../core/text/console.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { fill } from '../../../../core/text/fill.ts';
import { policyNote } from '../../../../core/text/policy.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLanguage } from '../../../ui/language.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { ChangeList } from './change-list.tsx';
import { mergePolicies } from './merge-policies.ts';

/** Somebody published while there was a draft: what both changed since, and how the two come together. */
export function Overtaken() {
  const { language, t } = useLanguage();
  const { message } = App.useApp();
  const { draft, active, overtaken, setDraft } = usePolicy();
  const [comparing, setComparing] = useState(false);
  if (draft === null || overtaken === null) return null;
  const words = {
    who: active.author ?? t(routingText.builtIn),
    version: active.version,
    based: draft.basedOn,
  };

  function merge() {
    if (draft === null || overtaken === null) return;
    const { policy, both } = mergePolicies(overtaken.policy, active.policy, draft.policy);
    setDraft({ basedOn: active.version, policy });
    setComparing(false);
    if (both.length > 0) message.warning(fill(t(routingText.mergedBoth), { count: both.length }), 6);
    else message.success(t(routingText.merged));
  }

  function takeTheirs() {
    setDraft(null);
    setComparing(false);
  }

  return (
    <>
      <Alert
        type="warning"
        showIcon
        className="below"
        role="alert"
        title={fill(t(routingText.conflictBanner), words)}
        action={<Button onClick={() => setComparing(true)}>{t(routingText.compare)}</Button>}
      />
      <Dialog
        open={comparing}
        width={880}
        title={fill(t(routingText.conflictTitle), words)}
        onCancel={() => setComparing(false)}
        footer={
          <>
            <Button onClick={() => setComparing(false)}>{t(consoleText.cancel)}</Button>
            <Button danger onClick={takeTheirs}>
              {t(routingText.takeTheirs)}
            </Button>
            <Button type="primary" onClick={merge}>
              {t(routingText.merge)}
            </Button>
          </>
        }
      >
        <p className="soft">{fill(t(routingText.conflictLead), words)}</p>
        {active.note && <p>“{policyNote(active.note, language)}”</p>}
        <div className="two-columns">
          <section>
            <h3 className="dialog-heading">{fill(t(routingText.theirChanges), words)}</h3>
            <ChangeList before={overtaken.policy} after={active.policy} />
          </section>
          <section>
            <h3 className="dialog-heading">{t(routingText.myChanges)}</h3>
            <ChangeList before={overtaken.policy} after={draft.policy} />
          </section>
        </div>
        <p className="soft">{t(routingText.mergeHint)}</p>
      </Dialog>
    </>
  );
}
