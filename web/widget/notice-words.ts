import type { Language } from '../../core/terms/language.ts';
import { estimateWords } from './estimate-words.ts';
import { sayIn } from './say.ts';
import type { Row } from './timeline.ts';
import { afterLeaving } from './waiting-card.ts';
import { moment } from './when.ts';

/** What the system told the customer, in sentences, with the figures that it had then. */
export function noticeWords(
  { notice, left, at }: Extract<Row, { kind: 'notice' }>,
  now: number,
  language: Language,
): string {
  const say = sayIn(language);
  const { code, position, estimate, opensAt, instead } = notice;
  const when = opensAt === undefined ? null : moment(opensAt, now, language);
  switch (code) {
    case 'nobody-online':
      return say(instead?.[0] === 'assistant' ? 'noticeMeanwhile' : 'noticeNobodyOnline');
    case 'still-waiting':
      return position === undefined
        ? say('noticeStillWaiting')
        : say('noticeStillWaitingAt', { count: position, estimate: estimateWords(estimate, say) });
    case 'agent-changed':
      return say('noticeAgentChanged');
    case 'answer-delayed':
      return say('noticeAnswerDelayed');
    case 'closed':
      return when === null ? say('noticeClosed') : say('noticeClosedUntil', { when });
    case 'message-taken': {
      const taken = left ?? { way: 'message' };
      const title = say(taken.way === 'callback' ? 'leftCallback' : 'leftMessage');
      const next = afterLeaving(taken, opensAt ?? null, Math.max(at, now), { language });
      return language === 'zh' ? `${title}。${next}` : `${title}. ${next}`;
    }
  }
}
