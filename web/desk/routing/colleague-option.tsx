import type { Colleague } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { seatText } from '../../../core/text/desk-seat.ts';
import { skillName } from '../../../core/text/known-skills.ts';
import { useLanguage } from '../../ui/language.ts';
import { PersonFace } from '../marks.tsx';
import { isFull, LoadMeter } from '../status/load-meter.tsx';
import { Presence } from '../status/presence.tsx';

const presenceOrder = { online: 0, busy: 1, 'wrap-up': 2, away: 3, offline: 4 } as const;
/** Skills beyond these are only counted. */
const mostSkills = 4;

const skillWords = ({ profile }: Colleague) =>
  Object.keys(profile.skills)
    .flatMap((skill) => [skill, skillName(skill).zh, skillName(skill).en])
    .join(' ');

/** Colleagues whose name, address or skill holds the words: those who are there and have room first. */
export function colleaguesFor(colleagues: Iterable<Colleague>, words: string): Colleague[] {
  const wanted = words.trim().toLowerCase();
  return [...colleagues]
    .filter((one) => !one.disabled)
    .filter((one) => `${one.name} ${one.email} ${skillWords(one)}`.toLowerCase().includes(wanted))
    .sort(
      (left, right) =>
        presenceOrder[left.presence] - presenceOrder[right.presence] ||
        Number(isFull(left)) - Number(isFull(right)) ||
        left.load - right.load ||
        left.name.localeCompare(right.name, 'zh'),
    );
}

/** A colleague to choose: who, what they can, what they are doing, and how much they carry. */
export function ColleagueOption({
  colleague,
  chosen,
  disabled,
  isMe,
  remark,
  id,
  onChoose,
}: {
  readonly colleague: Colleague;
  readonly chosen: boolean;
  readonly disabled: boolean;
  readonly isMe: boolean;
  readonly remark?: string;
  readonly id?: string;
  readonly onChoose: () => void;
}) {
  const { t } = useLanguage();
  const skills = Object.entries(colleague.profile.skills);
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={chosen}
      disabled={disabled}
      className="colleague"
      onClick={onChoose}
    >
      <PersonFace name={colleague.name} />
      <span className="colleague-who">
        <span className="colleague-name">
          {colleague.name}
          {isMe && <span className="soft"> {t(deskText.transfer.you)}</span>}
          {remark && <span className="soft"> {remark}</span>}
        </span>
        {skills.length > 0 && (
          <span className="skills">
            {skills.slice(0, mostSkills).map(([skill, level]) => (
              <span key={skill} className="skill">
                {t(skillName(skill))} {level}
              </span>
            ))}
            {skills.length > mostSkills && <span className="skill">+{skills.length - mostSkills}</span>}
          </span>
        )}
      </span>
      <Presence of={colleague} />
      <span className="colleague-load">
        {isFull(colleague) && colleague.presence === 'online' && (
          <span className="full">{t(seatText.status.full)}</span>
        )}
        <LoadMeter of={colleague} />
      </span>
    </button>
  );
}
