import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Select } from 'antd';
import { useState } from 'react';
import type { ProposalNeighbour, ProposalView } from '../../../../core/protocol/drafts.ts';
import type { Colleague } from '../../../../core/protocol/views.ts';
import { consoleText } from '../../../../core/text/console.ts';
import { removedKindText, reviewText } from '../../../../core/text/console-review.ts';
import { fill } from '../../../../core/text/fill.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Page, Panel } from '../../frame/page.tsx';
import { may } from '../../frame/role.ts';
import { go, hrefOf } from '../../frame/route.ts';
import { SourceConversation } from '../source-conversation.tsx';
import {
  acceptProposal,
  listProposals,
  type ReviewedText,
  readProposal,
  rejectProposal,
  saveProposal,
} from './calls.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { Neighbours } from './neighbours.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { RejectDraft } from './reject-draft.tsx';
import { useDay } from './use-day.ts';
import { useKeys } from './use-keys.ts';

/** A proposal beside its conversation and its likes, with every decision one key away. */
export function ProposalReview({ view, me }: { readonly view: ProposalView; readonly me: Colleague }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const day = useDay();
  /** What the reader's changes start from: a colleague's newer words do not slip under them. */
  const [base, setBase] = useState(view);
  const [text, setText] = useState(() => textOf(view));
  const [merging, setMerging] = useState<ProposalNeighbour | null>(null);
  const [isRejecting, setRejecting] = useState(false);
  const [busy, setBusy] = useState<'publish' | 'draft' | 'reject' | 'save' | null>(null);
  const [sourceAt, setSourceAt] = useState(0);

  const waiting = useQuery({
    queryKey: ['articles', 'proposals', 'waiting', undefined],
    queryFn: ({ signal }) => listProposals('waiting', undefined, signal),
  });
  const rows = waiting.data?.proposals ?? [];
  const place = rows.findIndex(({ id }) => id === view.id);
  const beside = (step: number) => rows[place + step]?.id;
  const visit = (id: string | undefined) => {
    if (id) go(hrefOf(['knowledge', 'review', id]));
  };

  const mayDecide = may(me.role, 'supervisor') && view.state === 'waiting';
  /** Who does not decide may improve what is to become an article. */
  const mayImprove = !mayDecide && view.state === 'waiting' && view.kind === 'new';
  const isChanged = JSON.stringify(text) !== JSON.stringify(textOf(base));
  const isNewer = view.draftVersion > base.draftVersion;
  const takeNewer = () => {
    setBase(view);
    setText(textOf(view));
  };
  if (isNewer && !isChanged) takeNewer();
  const isWhole = text.title.trim() !== '' && text.body.trim() !== '' && text.topic.trim() !== '';

  /** On to the next one at once: what was decided is asked for anew meanwhile. */
  function decided(words: string) {
    message.success(words);
    const next = beside(1) ?? beside(-1);
    go(next ? hrefOf(['knowledge', 'review', next]) : hrefOf(['knowledge', 'review']));
    void queries.invalidateQueries({ queryKey: ['articles'] });
  }
  async function attempt(what: NonNullable<typeof busy>, work: () => Promise<unknown>, words: string) {
    if (busy) return;
    setBusy(what);
    try {
      await work();
      decided(words);
    } catch (error) {
      message.error(errorSentence(error).message);
    } finally {
      setBusy(null);
    }
  }
  const written = {
    ...text,
    similarQuestions: text.similarQuestions.map((one) => one.trim()).filter(Boolean),
  };
  const accept = (publish: boolean) =>
    attempt(
      publish ? 'publish' : 'draft',
      () => acceptProposal(view.id, base.draftVersion, written, publish),
      t(publish ? reviewText.saidAccepted : reviewText.saidDraft),
    );
  async function save() {
    setBusy('save');
    try {
      const saved = await saveProposal(base, written);
      setBase({ ...base, ...textOf(saved), draftVersion: saved.version });
      setText(textOf(saved));
      message.success(t(consoleText.saved));
      await queries.invalidateQueries({ queryKey: ['articles'] });
    } catch (error) {
      message.error(errorSentence(error).message);
    } finally {
      setBusy(null);
    }
  }
  const isMoved = text.inboxIds.join() !== view.inboxIds.join();
  // Wider, it stands beside more: what other inboxes see may contradict it.
  const moved = useQuery({
    queryKey: ['articles', 'proposal', view.id, text.inboxIds],
    queryFn: ({ signal }) => readProposal(view.id, text.inboxIds, signal),
    enabled: isMoved,
    placeholderData: keepPreviousData,
  });
  const neighbours = (isMoved ? moved.data?.neighbours : undefined) ?? view.neighbours;
  const target = neighbours[0];
  useKeys({
    j: () => visit(beside(1)),
    k: () => visit(beside(-1)),
    a: mayDecide && isWhole ? () => void accept(true) : undefined,
    m: mayDecide && target ? () => setMerging(target) : undefined,
    r: mayDecide ? () => setRejecting(true) : undefined,
  });

  const removed = Object.entries(view.removed) as [keyof typeof removedKindText, number][];
  const source = view.sources[Math.min(sourceAt, view.sources.length - 1)];
  return (
    <Page
      wide
      title={t(reviewText.title)}
      lead={
        <>
          {t(reviewText[view.kind])} · {fill(t(reviewText.conversations), { count: view.conversations })}
          {place >= 0 && ` · ${fill(t(reviewText.place), { place: place + 1, count: rows.length })}`}
        </>
      }
      back={{ href: hrefOf(['knowledge', 'review']), label: t(reviewText.back) }}
      actions={
        rows.length > 1 &&
        place >= 0 && (
          <>
            <Button disabled={!beside(-1)} onClick={() => visit(beside(-1))}>
              {t(reviewText.previous)} <kbd>K</kbd>
            </Button>
            <Button disabled={!beside(1)} onClick={() => visit(beside(1))}>
              {t(reviewText.next)} <kbd>J</kbd>
            </Button>
          </>
        )
      }
    >
      {view.rejectedBefore && (
        <Alert
          className="review-note"
          type="warning"
          showIcon
          title={fill(t(reviewText.rejectedBeforeBy), {
            who: view.rejectedBefore.by,
            when: day(view.rejectedBefore.at),
            reason: view.rejectedBefore.reason ?? t(reviewText.noReason),
            count: view.conversations,
          })}
        />
      )}
      {view.decision && (
        <Alert
          className="review-note"
          type="info"
          showIcon
          title={fill(t(reviewText.decidedBy), {
            who: view.decision.by,
            when: day(view.decision.at),
            what: [t(reviewText[view.decision.state]), view.decision.reason].filter(Boolean).join(' · '),
          })}
        />
      )}
      {isNewer && isChanged && (
        <Alert
          className="review-note"
          type="warning"
          showIcon
          title={t(reviewText.newer)}
          action={
            <Button size="small" onClick={takeNewer}>
              {t(reviewText.takeNewer)}
            </Button>
          }
        />
      )}
      <div className="editor">
        <div>
          <Panel
            title={t(reviewText.proposal)}
            hint={
              view.writtenBy ? fill(t(reviewText.byModel), { model: view.writtenBy }) : t(reviewText.byRules)
            }
          >
            <p className="review-removed soft">
              {removed.length === 0
                ? t(reviewText.removedNone)
                : fill(t(reviewText.removed), {
                    list: removed
                      .map(([kind, count]) =>
                        fill(t(reviewText.removedOne), { kind: t(removedKindText[kind]), count }),
                      )
                      .join(t({ zh: '、', en: ', ' })),
                  })}
            </p>
            <ProposalForm
              view={view}
              text={text}
              disabled={!mayDecide && !mayImprove}
              onChange={(changes) => setText({ ...text, ...changes })}
            />
          </Panel>
          <Neighbours view={{ ...view, neighbours }} onMerge={mayDecide ? setMerging : undefined} />
        </div>
        <Panel
          title={t(reviewText.source)}
          className="editor-source"
          scrolls
          actions={
            view.sources.length > 1 && (
              <Select
                aria-label={t(reviewText.chooseSource)}
                value={sourceAt}
                onChange={setSourceAt}
                popupMatchSelectWidth={false}
                options={view.sources.map(({ agentName, resolvedAt }, index) => ({
                  value: index,
                  label: fill(t(reviewText.sourceOf), { agent: agentName, when: day(resolvedAt) }),
                }))}
              />
            )
          }
        >
          {source && (
            <SourceConversation
              key={source.conversationId}
              conversationId={source.conversationId}
              draft={`${view.title}\n${view.similarQuestions.join('\n')}\n${view.body}`}
            />
          )}
        </Panel>
      </div>
      <footer className="action-bar review-bar">
        <span className="soft">
          {mayImprove && t(reviewText.staffMayImprove)}
          {!mayDecide && !mayImprove && view.state === 'waiting' && t(reviewText.staffMayRead)}
        </span>
        {mayImprove && (
          <div className="action-buttons">
            <Button
              type="primary"
              loading={busy === 'save'}
              disabled={!isWhole || !isChanged || (busy !== null && busy !== 'save')}
              onClick={save}
            >
              {t(reviewText.saveChanges)}
            </Button>
          </div>
        )}
        {mayDecide && (
          <div className="action-buttons">
            <Button danger disabled={busy !== null} onClick={() => setRejecting(true)}>
              {t(reviewText.reject)} <kbd>R</kbd>
            </Button>
            {target && (
              <Button disabled={busy !== null} onClick={() => setMerging(target)}>
                {t(reviewText.merge)} <kbd>M</kbd>
              </Button>
            )}
            <Button
              loading={busy === 'draft'}
              disabled={!isWhole || (busy !== null && busy !== 'draft')}
              onClick={() => accept(false)}
            >
              {t(reviewText.acceptDraft)}
            </Button>
            <Button
              type="primary"
              loading={busy === 'publish'}
              disabled={!isWhole || (busy !== null && busy !== 'publish')}
              onClick={() => accept(true)}
            >
              {t(reviewText.acceptPublish)} <kbd>A</kbd>
            </Button>
          </div>
        )}
      </footer>
      {merging && (
        <MergeDialog
          proposalId={view.id}
          neighbour={merging}
          onMerged={() => {
            setMerging(null);
            void decided(t(reviewText.saidMerged));
          }}
          onClose={() => setMerging(null)}
        />
      )}
      {isRejecting && (
        <RejectDraft
          busy={busy === 'reject'}
          onReject={(reason) =>
            void attempt('reject', () => rejectProposal(view.id, reason), t(reviewText.saidRejected))
          }
          onClose={() => setRejecting(false)}
        />
      )}
    </Page>
  );
}

/** The words that can be changed. */
const textOf = ({
  title,
  similarQuestions,
  body,
  topic,
  inboxIds = [],
}: Omit<ReviewedText, 'inboxIds'> & Partial<Pick<ReviewedText, 'inboxIds'>>): ReviewedText => ({
  title,
  similarQuestions,
  body,
  topic,
  inboxIds,
});
