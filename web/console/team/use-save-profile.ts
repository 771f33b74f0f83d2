import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import { type AgentProfile, defaultProfile } from '../../../core/terms/agent-status.ts';
import { profileText } from '../../../core/text/console-team.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { changeColleague } from '../calls.ts';

/**
 * Saves one profile after the other, and shows each at once. A profile is saved as a whole: of two quick changes the
 * later must arrive later, and what is read from the server meanwhile must not stand under the next change. So until
 * the last one has arrived the page goes by what was entered, and then by what is true.
 */
export function useSaveProfile() {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [entered, setEntered] = useState<ReadonlyMap<string, AgentProfile>>(new Map());
  const chain = useRef(Promise.resolve());
  const onTheWay = useRef(0);

  async function change(person: Colleague, profile: AgentProfile): Promise<void> {
    try {
      await changeColleague(person.id, { profile });
      message.success({ key: person.id, content: fill(t(profileText.saved), { name: person.name }) });
    } catch (error) {
      message.error({ key: person.id, content: errorSentence(error).message });
    }
  }

  return {
    profileOf: (person: Colleague): AgentProfile =>
      entered.get(person.id) ?? person.profile ?? defaultProfile,
    async save(person: Colleague, profile: AgentProfile): Promise<void> {
      onTheWay.current += 1;
      setEntered((now) => new Map(now).set(person.id, profile));
      chain.current = chain.current.then(() => change(person, profile));
      await chain.current;
      onTheWay.current -= 1;
      if (onTheWay.current > 0) return;
      await queries.invalidateQueries({ queryKey: ['colleagues'] });
      if (onTheWay.current === 0) setEntered(new Map());
    },
  };
}
