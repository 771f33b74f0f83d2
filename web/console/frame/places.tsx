import {
  BookOutlined,
  BranchesOutlined,
  BulbOutlined,
  DashboardOutlined,
  FundOutlined,
  MessageOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Role } from '../../../core/terms/actor.ts';
import type { Bilingual } from '../../../core/terms/language.ts';
import { consoleText } from '../../../core/text/console.ts';
import { insightText } from '../../../core/text/console-insights.ts';

/** The console's pages in the order of the navigation, with the role that each needs. */
export const places: readonly {
  readonly path: string;
  readonly name: Bilingual;
  readonly icon: ReactNode;
  readonly needs: Role;
}[] = [
  { path: 'overview', name: consoleText.overview, icon: <DashboardOutlined />, needs: 'supervisor' },
  { path: 'knowledge', name: consoleText.knowledge, icon: <BookOutlined />, needs: 'agent' },
  { path: 'insights', name: insightText.insights, icon: <FundOutlined />, needs: 'supervisor' },
  { path: 'understanding', name: consoleText.understanding, icon: <BulbOutlined />, needs: 'supervisor' },
  { path: 'routing', name: consoleText.routing, icon: <BranchesOutlined />, needs: 'supervisor' },
  { path: 'inboxes', name: consoleText.inboxes, icon: <MessageOutlined />, needs: 'administrator' },
  { path: 'team', name: consoleText.team, icon: <TeamOutlined />, needs: 'supervisor' },
  { path: 'system', name: consoleText.system, icon: <SettingOutlined />, needs: 'agent' },
];
