import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { InboxView } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { inboxText } from '../../../core/text/console-inbox.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { rotateSecret } from '../calls.ts';
import { ShownOnce } from '../frame/shown-once.tsx';

/** The secret with which the host's server signs identities: made, replaced, and shown a single time. */
export function IdentitySecret({ inbox }: { readonly inbox: InboxView }) {
  const { t } = useLanguage();
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string | null>(null);

  async function rotate() {
    try {
      const made = await rotateSecret(inbox.id);
      setSecret(made.identitySecret ?? null);
      queries.invalidateQueries({ queryKey: ['inboxes'] });
    } catch (error) {
      message.error(errorSentence(error).message);
    }
  }

  function confirm() {
    if (!inbox.identityKeyId) return rotate();
    modal.confirm({
      title: t(inboxText.rotateTitle),
      content: t(inboxText.rotateBody),
      okText: t(inboxText.rotate),
      okButtonProps: { danger: true },
      cancelText: t(consoleText.cancel),
      onOk: rotate,
    });
  }

  return (
    <div className="field">
      <span className="field-label">{t(inboxText.secret)}</span>
      <div className="secret-line">
        <span className="soft">
          {inbox.identityKeyId ? (
            <>
              {t(inboxText.keyId)} <code>{inbox.identityKeyId}</code>
            </>
          ) : (
            t(inboxText.noKey)
          )}
        </span>
        <Button size="small" danger={Boolean(inbox.identityKeyId)} onClick={confirm}>
          {t(inbox.identityKeyId ? inboxText.rotate : inboxText.makeSecret)}
        </Button>
      </div>
      <p className="soft field-hint">{t(inboxText.secretHint)}</p>
      {secret && (
        <ShownOnce
          title={t(inboxText.secret)}
          explanation={inboxText.secretOnce}
          secret={secret}
          kept={inboxText.stored}
          onClose={() => setSecret(null)}
        />
      )}
    </div>
  );
}
