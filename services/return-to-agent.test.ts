import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationState } from '../core/conversation/state.ts';
import { agentToReturnTo } from './return-to-agent.ts';

const resolved = {
  lastAgentId: 'li',
  queueId: 'q',
  resolution: { at: 1000, disposition: 'solved', by: 'agent' },
} as unknown as ConversationState;
const standing = {
  agentsOnline: 1,
  isOpen: true,
  opensAt: null,
  whenClosed: 'assistant',
  whenNobody: 'assistant',
} as const;
const needs = { isFree: () => true, standingOf: () => standing };
const soon = 2000;

test('whoever writes again soon goes back to the agent who knows the matter, if they are free', () => {
  assert.equal(agentToReturnTo(resolved, needs, 5000, soon), 'li');
  assert.equal(agentToReturnTo(resolved, { ...needs, isFree: () => false }, 5000, soon), null);
  assert.equal(agentToReturnTo(resolved, needs, 500, soon), null);
});

test('where the queue has closed meanwhile the question is the assistant’s to answer', () => {
  const closed = { ...needs, standingOf: () => ({ ...standing, isOpen: false }) };
  assert.equal(agentToReturnTo(resolved, closed, 5000, soon), null);
});
