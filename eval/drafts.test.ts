import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import { draftDialogues, faultsOf } from './drafts.ts';

const segment = createSegmenter();
for (const dialogue of draftDialogues())
  test(`a draft of a conversation is right: ${dialogue.name}`, () => {
    assert.deepEqual(faultsOf(dialogue, segment), []);
  });
