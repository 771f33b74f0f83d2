import { useEffect, useRef, useState } from 'react';
import { deskText } from '../../core/text/desk.ts';
import { useLanguage } from '../ui/language.ts';
import { useDesk, useDeskStore } from './store/use-desk.ts';

/** Milliseconds: short breaks are nobody's business, and good news need not stay. */
const patience = 1_500;
const goodNews = 3_000;

/** Tells when the live connection is down, what still works, and when it is back. */
export function ConnectionBar() {
  const { t } = useLanguage();
  const desk = useDeskStore();
  // Tries come and go; what counts is since when nothing is live.
  const isLive = useDesk((state) => state.connection === 'live');
  const [shown, setShown] = useState<'nothing' | 'down' | 'back'>('nothing');
  const wasDown = useRef(false);
  useEffect(() => {
    if (!isLive) {
      const timer = setTimeout(() => {
        wasDown.current = true;
        setShown('down');
      }, patience);
      return () => clearTimeout(timer);
    }
    if (!wasDown.current) return;
    wasDown.current = false;
    setShown('back');
    const timer = setTimeout(() => setShown('nothing'), goodNews);
    return () => clearTimeout(timer);
  }, [isLive]);
  return (
    // Always there, so that whoever listens to the page hears what appears in it.
    <div role="status">
      {shown !== 'nothing' && (
        <div className={`connection connection-${shown}`}>
          {t(shown === 'down' ? deskText.connection.offline : deskText.connection.back)}
          {shown === 'down' && (
            <button type="button" className="link" onClick={() => desk.reconnect()}>
              {t(deskText.connection.reconnect)}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
