import type { HandoffPacket } from '../../../core/protocol/views.ts';
import type { Bilingual } from '../../../core/terms/language.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { dispositionWord } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../clock.ts';
import { contactName } from '../contact-name.ts';
import { PersonFace, VerifiedMark } from '../marks.tsx';
import { dayOf } from '../time.ts';
import { Section } from './section.tsx';

/** Attributes that many hosts tell are named in the reader's language; others as the host calls them. */
function attributeLabel(name: string, t: (entry: Bilingual) => string): string {
  const known: Readonly<Record<string, Bilingual>> = deskText.context.attributes;
  const entry = Object.hasOwn(known, name) ? known[name] : undefined;
  return entry ? t(entry) : name;
}

/** Who the customer is, and what the host system knows of them. */
export function Profile({ packet }: { readonly packet: HandoffPacket }) {
  const { language, t } = useLanguage();
  const now = useNow();
  const { contact } = packet;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t(deskText.context.email), contact.email],
    [t(deskText.context.phone), contact.phone],
    [t(deskText.context.externalId), contact.externalId],
    ...Object.entries(contact.attributes).map(([name, value]) => [attributeLabel(name, t), value] as const),
    [t(deskText.context.since), dayOf(contact.createdAt, now, language)],
  ];
  return (
    <>
      <Section title={t(deskText.context.profile)}>
        <div className="profile-head">
          <PersonFace name={contactName(contact, t)} size={32} customer />
          <div>
            <strong>{contactName(contact, t)}</strong>
            <span className={contact.verified ? 'profile-verified' : 'profile-unverified'}>
              <VerifiedMark verified={contact.verified} />
              {t(contact.verified ? deskText.context.verified : deskText.context.unverified)}
            </span>
          </div>
        </div>
        {!contact.verified && <p className="soft">{t(deskText.context.unverifiedHelp)}</p>}
        <Facts facts={facts} />
      </Section>
      {packet.records.length > 0 && (
        <Section title={t(deskText.context.records)}>
          {packet.records.map((record) => (
            <div key={record.title} className="record">
              <h4>{record.title}</h4>
              <Facts facts={record.facts.map((fact) => [fact.label, fact.value] as const)} />
            </div>
          ))}
        </Section>
      )}
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string | undefined])[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) =>
        value === undefined || value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** Earlier conversations, newest first; one opens to be read. */
export function History({
  history,
  onLook,
}: {
  readonly history: HandoffPacket['history'];
  readonly onLook: (conversationId: string) => void;
}) {
  const { language, t } = useLanguage();
  const now = useNow();
  return (
    <Section title={t(deskText.context.history)}>
      {history.length === 0 ? (
        <p className="soft">{t(deskText.context.noHistory)}</p>
      ) : (
        <ul className="history">
          {history.map((earlier) => (
            <li key={earlier.id}>
              <button type="button" onClick={() => onLook(earlier.id)}>
                <span className="history-question">{earlier.question}</span>
                <span className="soft">
                  {dayOf(earlier.openedAt, now, language)} ·{' '}
                  {earlier.resolvedBy === 'assistant'
                    ? t(deskText.context.resolvedByAssistant)
                    : earlier.resolvedBy === 'agent'
                      ? fill(t(deskText.context.resolvedByAgent), {
                          name: earlier.agentName ?? t(deskText.timeline.somebody),
                        })
                      : earlier.disposition === null
                        ? t(deskText.context.unresolved)
                        : ''}
                  {earlier.disposition && ` · ${t(dispositionWord[earlier.disposition])}`}
                  {earlier.rating !== null && ` · ${earlier.rating}/5`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
