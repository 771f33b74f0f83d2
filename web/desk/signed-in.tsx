import { useEffect, useState } from 'react';
import type { Colleague } from '../../core/protocol/views.ts';
import { DeskPage } from './desk-page.tsx';
import { DeskPolicyProvider } from './desk-policy.tsx';
import { Desk } from './store/desk.ts';
import { DeskContext } from './store/use-desk.ts';

/** The desk of one signed-in agent: its store lives exactly as long as this component. */
export default function SignedIn({
  agent,
  onSignOut,
}: {
  readonly agent: Colleague;
  readonly onSignOut: () => Promise<void>;
}) {
  const [desk, setDesk] = useState<Desk | null>(null);
  useEffect(() => {
    const started = new Desk(agent);
    started.start();
    setDesk(started);
    return () => started.stop();
  }, [agent]);
  if (!desk) return null;
  return (
    <DeskContext value={desk}>
      <DeskPolicyProvider>
        <DeskPage onSignOut={onSignOut} />
      </DeskPolicyProvider>
    </DeskContext>
  );
}
