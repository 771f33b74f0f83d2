import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { profileText, teamText } from '../../../core/text/console-team.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { listColleagues } from '../calls.ts';
import { Page, Panel } from '../frame/page.tsx';
import { may } from '../frame/role.ts';
import { hrefOf } from '../frame/route.ts';
import { ShownOnce } from '../frame/shown-once.tsx';
import { Failed, Waiting } from '../frame/states.tsx';
import { ColleagueActions } from './colleague-actions.tsx';
import { Invite } from './invite.tsx';
import { SkillsMatrix } from './skills-matrix.tsx';
import '../frame/section-tabs.css';
import './team.css';

/** A password that is shown once, and whose it is. */
export interface NewPassword {
  readonly name: string;
  readonly password: string;
}

/** Who serves customers and who may change what. */
export default function TeamPage({
  me,
  page,
}: {
  readonly me: Colleague;
  readonly page?: string | undefined;
}) {
  const { language, t } = useLanguage();
  const [inviting, setInviting] = useState(false);
  const [password, setPassword] = useState<NewPassword | null>(null);
  const team = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => listColleagues(signal),
    refetchInterval: 30_000,
  });
  const manages = may(me.role, 'administrator');
  const sorted = team.data?.colleagues.toSorted(
    (a, b) => Number(a.disabled) - Number(b.disabled) || a.name.localeCompare(b.name, language),
  );
  return (
    <Page
      title={t(consoleText.team)}
      lead={t(manages ? teamText.lead : teamText.onlyAdministrators)}
      actions={
        manages &&
        page !== 'skills' && (
          <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setInviting(true)}>
            {t(teamText.invite)}
          </Button>
        )
      }
    >
      <TeamTabs page={page} />
      {team.isPending && (
        <Panel>
          <Waiting rows={5} />
        </Panel>
      )}
      {team.isError && <Failed error={team.error} onRetry={() => team.refetch()} />}
      {sorted && page === 'skills' && <SkillsMatrix people={sorted} mayEdit={manages} />}
      {sorted && page !== 'skills' && (
        <section className="panel list-panel">
          <table className="team">
            <thead>
              <tr>
                <th>{t(teamText.name)}</th>
                <th>{t(teamText.role)}</th>
                <th>{t(teamText.presence)}</th>
                <th className="number">{t(teamText.open)}</th>
                {manages && <th aria-label={t(consoleText.more)} />}
              </tr>
            </thead>
            <tbody>
              {sorted.map((person) => (
                <tr key={person.id} className={person.disabled ? 'disabled' : undefined}>
                  <td>
                    <span className="person">
                      <span className="face" aria-hidden="true">
                        {[...person.name][0]}
                      </span>
                      <span>
                        <b className="person-name">
                          {person.name}
                          {person.id === me.id && <span className="soft">{t(teamText.you)}</span>}
                        </b>
                        <span className="soft person-email">{person.email}</span>
                      </span>
                    </span>
                  </td>
                  <td>{t(consoleText[person.role])}</td>
                  <td>
                    <Presence person={person} />
                  </td>
                  <td className="number figure">{person.open}</td>
                  {manages && (
                    <td className="actions">
                      <ColleagueActions person={person} isMe={person.id === me.id} onPassword={setPassword} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          <div className="list-foot soft figure">{fill(t(teamText.count), { count: sorted.length })}</div>
        </section>
      )}
      {inviting && (
        <Invite
          onClose={() => setInviting(false)}
          onInvited={(made) => {
            setInviting(false);
            setPassword(made);
          }}
        />
      )}
      {password && (
        <ShownOnce
          title={fill(t(teamText.passwordTitle), { name: password.name })}
          explanation={teamText.passwordOnce}
          secret={password.password}
          kept={teamText.passedOn}
          onClose={() => setPassword(null)}
        />
      )}
    </Page>
  );
}

function TeamTabs({ page }: { readonly page: string | undefined }) {
  const { t } = useLanguage();
  const isSkills = page === 'skills';
  return (
    <nav className="section-tabs" aria-label={t(profileText.pages)}>
      <span className="section-tab-group">
        <a href={hrefOf(['team'])} aria-current={isSkills ? undefined : 'page'}>
          {t(profileText.members)}
        </a>
        <a href={hrefOf(['team', 'skills'])} aria-current={isSkills ? 'page' : undefined}>
          {t(profileText.skills)}
        </a>
      </span>
    </nav>
  );
}

function Presence({ person }: { readonly person: Colleague }) {
  const { t } = useLanguage();
  const state = person.disabled ? 'disabled' : person.presence;
  return (
    <span className="presence">
      <span className={`presence-dot presence-${state}`} aria-hidden="true" />
      {t(teamText[state])}
    </span>
  );
}
