import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { deskText } from '../../../core/text/desk.ts';
import { seatText } from '../../../core/text/desk-seat.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../clock.ts';
import { contactName } from '../contact-name.ts';
import { prefetchPacket } from '../context/use-packet.ts';
import { rowsOf } from '../list/views.ts';
import { useQueues } from '../routing/use-queues.ts';
import { useDesk } from '../store/use-desk.ts';
import { useStored } from '../stored.ts';
import { notifyOf } from './notify.ts';
import { type Ringing, ringingOf } from './ringing.ts';
import { startRinging } from './sound.ts';

/** How many packets are fetched ahead while they ring. */
const ahead = 3;

/**
 * What rings now and has not been silenced. Sound, title, notification and the packet's prefetch all follow from it,
 * and stop when it is taken, passed on or run out.
 */
export function useRing() {
  const client = useQueryClient();
  const summaries = useDesk((state) => state.summaries);
  const me = useDesk((state) => state.me);
  const queues = useQueues();
  const now = useNow();
  const [silenced, setSilenced] = useState<ReadonlySet<string>>(new Set());
  const [sound, setSound] = useStored('tandem.desk.sound', 'on');
  const [blocked, setBlocked] = useState(false);
  const waiting = useMemo(() => rowsOf(summaries.values(), 'waiting', me.id), [summaries, me.id]);
  const pull = useMemo(
    () => new Set(queues.filter((queue) => queue.mode === 'pull').map((queue) => queue.id)),
    [queues],
  );
  const all = ringingOf(waiting, { id: me.id, isOnline: me.presence === 'online' }, pull, now);
  const joined = all.map(({ key }) => key).join();
  // The list is made anew every second; what hangs on it sees a new one only when something else rings.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `joined` says whether something else rings
  const ringing = useMemo(() => all.filter(({ key }) => !silenced.has(key)), [joined, silenced, summaries]);
  const rings = ringing.length > 0;

  useEffect(() => {
    if (!rings || sound !== 'on') return;
    const stop = startRinging(setBlocked);
    return () => {
      stop();
      setBlocked(false);
    };
  }, [rings, sound]);

  const nextJoined = [...ringing.map(({ summary }) => summary), ...waiting]
    .slice(0, ahead)
    .map((one) => one.id)
    .join();
  useEffect(() => {
    for (const id of nextJoined.split(',')) if (id) prefetchPacket(client, id);
  }, [client, nextJoined]);

  useTitle(ringing.length);
  useNotifications(ringing);

  return {
    ringing,
    blocked: blocked && sound === 'on' && rings,
    sound: sound === 'on',
    setSound: (on: boolean) => setSound(on ? 'on' : 'off'),
    silence: () => setSilenced(new Set([...silenced, ...ringing.map(({ key }) => key)])),
    /** Not before the server says so, but the card of what was just passed on should not linger. */
    hide: (key: string) => setSilenced(new Set([...silenced, key])),
  };
}

/** The tab's title blinks while something rings. */
function useTitle(count: number): void {
  const { t } = useLanguage();
  useEffect(() => {
    if (count === 0) return;
    const title = t(deskText.app.title);
    let on = false;
    const blink = () => {
      on = !on;
      document.title = on ? fill(t(seatText.offer.titleBlink), { count }) : title;
    };
    blink();
    const timer = setInterval(blink, 1000);
    return () => {
      clearInterval(timer);
      document.title = title;
    };
  }, [count, t]);
}

/** One notification for each that begins to ring while the page is not looked at, if the agent asked for them. */
function useNotifications(ringing: readonly Ringing[]): void {
  const { t } = useLanguage();
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const { key, summary } of ringing) {
      if (told.current.has(key)) continue;
      told.current.add(key);
      notifyOf(
        summary.id,
        fill(t(seatText.offer.notification), { name: contactName(summary.contact, t) }),
        summary.preview?.text ?? '',
      );
    }
  }, [ringing, t]);
}
