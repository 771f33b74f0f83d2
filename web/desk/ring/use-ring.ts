import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { contactName } from '../contact-name.ts';
import { prefetchPacket } from '../context/use-packet.ts';
import { rowsOf } from '../list/views.ts';
import { useDesk } from '../store/use-desk.ts';
import { useStored } from '../stored.ts';
import { startRinging } from './sound.ts';

/** How many packets are fetched ahead while they ring. */
const ahead = 3;

/**
 * What rings: conversations in the queue that this agent has not silenced, while the agent is online. Sound, title,
 * notification and the packet's prefetch all follow from it, and stop when somebody accepts.
 */
export function useRing() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const summaries = useDesk((state) => state.summaries);
  const me = useDesk((state) => state.me);
  const [silenced, setSilenced] = useState<ReadonlySet<string>>(new Set());
  const [sound, setSound] = useStored('tandem.desk.sound', 'on');
  const [blocked, setBlocked] = useState(false);
  const waiting = useMemo(() => rowsOf(summaries.values(), 'waiting', me.id), [summaries, me.id]);
  const ringing = useMemo(
    () => (me.presence === 'online' ? waiting.filter((one) => !silenced.has(key(one))) : []),
    [waiting, silenced, me.presence],
  );
  const rings = ringing.length > 0;

  useEffect(() => {
    if (!rings || sound !== 'on') return;
    const stop = startRinging(setBlocked);
    return () => {
      stop();
      setBlocked(false);
    };
  }, [rings, sound]);

  const nextKeys = waiting.slice(0, ahead).map((one) => `${one.id}`);
  const nextJoined = nextKeys.join();
  useEffect(() => {
    for (const id of nextJoined.split(',')) if (id) prefetchPacket(client, id);
  }, [client, nextJoined]);

  useEffect(() => {
    if (!rings) return;
    const title = t(deskText.app.title);
    let on = false;
    const blink = () => {
      on = !on;
      document.title = on ? fill(t(deskText.ring.titleBlink), { count: ringing.length }) : title;
    };
    blink();
    const timer = setInterval(blink, 1000);
    return () => {
      clearInterval(timer);
      document.title = title;
    };
  }, [rings, ringing.length, t]);

  useNotifications(ringing);

  return {
    ringing,
    blocked: blocked && sound === 'on' && rings,
    sound: sound === 'on',
    setSound: (on: boolean) => setSound(on ? 'on' : 'off'),
    silence: () => setSilenced(new Set([...silenced, ...ringing.map(key)])),
  };
}

/** The same conversation that comes back to the queue rings again. */
function key(summary: ConversationSummary): string {
  return `${summary.id}@${summary.waitingSince ?? 0}`;
}

/** One notification for each that begins to ring while the page is not looked at, if the agent asked for them. */
function useNotifications(ringing: readonly ConversationSummary[]): void {
  const { t } = useLanguage();
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const one of ringing) {
      if (told.current.has(key(one))) continue;
      told.current.add(key(one));
      if (typeof Notification === 'undefined' || Notification.permission !== 'granted') continue;
      if (document.visibilityState === 'visible' && document.hasFocus()) continue;
      const notification = new Notification(
        fill(t(deskText.ring.notification), { name: contactName(one.contact, t) }),
        {
          body: one.preview?.text ?? '',
          tag: one.id,
        },
      );
      notification.onclick = () => {
        window.focus();
        location.hash = `#/c/${one.id}`;
        notification.close();
      };
    }
  }, [ringing, t]);
}
