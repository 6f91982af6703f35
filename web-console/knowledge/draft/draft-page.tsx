import { CheckCircleOutlined } from '@ant-design/icons'
import { App, Button, Skeleton } from 'antd'
import { Link } from 'wouter'
import type { FileChange, KnowledgeDraftView } from '../../../src/protocol/editing.ts'
import { request } from '../../net/http.ts'
import { thrownText } from '../../net/refusal.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { Blank } from '../../shell/blank.tsx'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { useSay } from '../../shell/use-say.ts'
import { formatMoment } from '../../texts/format.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { ChangeList } from '../change-list.tsx'
import { putDraft, reloadDraft, useDraft } from '../draft-store.ts'
import { ProblemList } from '../problem-list.tsx'
import { useWords } from '../use-words.ts'
import { CheckPanel } from './check-panel.tsx'
import { PublishBox } from './publish-box.tsx'
import { useCheck } from './use-check.ts'
import '../list/list.css'
import './draft.css'

/** 草稿与发布: what is changed, whether it makes anything worse, and the step into service. */
export function DraftPage() {
  const { draft: words } = useWords()
  const { draft, thrown } = useDraft()
  return (
    <main className="page knowledge draft">
      <header className="knowledge-head">
        <h1>{words.title}</h1>
        {draft && draft.changed > 0 ? <DiscardAll /> : null}
      </header>
      {!draft && thrown ? <LoadFailed thrown={thrown} onRetry={() => void reloadDraft()} /> : null}
      {!draft && !thrown ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {draft && draft.changed === 0 ? (
        <Blank icon={<CheckCircleOutlined />} title={words.empty} hint={words.emptyHint}>
          <Link to="/knowledge/versions">{words.toVersions}</Link>
        </Blank>
      ) : null}
      {draft && draft.changed > 0 ? <Draft draft={draft} /> : null}
    </main>
  )
}

function Draft({ draft }: { readonly draft: KnowledgeDraftView }) {
  const { draft: words, list } = useWords()
  const locale = useLocale()
  const checking = useCheck()
  const isChecked = checking.check?.state === 'done' && checking.check.print === draft.print
  const conflicts = draft.files.filter(({ conflict }) => conflict)
  return (
    <>
      <p className="knowledge-lead">
        {words.changed(draft.changed)}
        {draft.by && draft.at !== undefined ? ` · ${words.by(draft.by.name, formatMoment(draft.at, locale))}` : ''}
      </p>
      <ProblemList title={list.problems} problems={draft.problems} kind="bad" />
      <ProblemList
        title={words.conflicts}
        problems={conflicts.map(({ path }) => ({ file: path, line: 1, column: 1, ...words.conflictText }))}
        kind="bad"
      />
      {/* Once it is checked, those that are new are told with the results. */}
      {isChecked ? null : <ProblemList title={list.hints} problems={draft.warnings} kind="mild" />}
      <CheckPanel draft={draft} checking={checking} />
      <PublishBox draft={draft} checking={checking} blocked={conflicts.length > 0} />
      <Changes print={draft.print} />
    </>
  )
}

function Changes({ print }: { readonly print: string }) {
  const { draft: words } = useWords()
  const { loaded, reload } = useLoaded<{ changes: FileChange[] }>(`/api/v1/knowledge/draft/changes?print=${print}`)
  return (
    <section className="draft-part" aria-label={words.changes}>
      <h2>{words.changes}</h2>
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
      {loaded.kind === 'ready' ? <ChangeList changes={loaded.value.changes} linked /> : null}
    </section>
  )
}

function DiscardAll() {
  const texts = useTexts()
  const { draft: words } = useWords()
  const { modal } = App.useApp()
  const say = useSay()

  async function discard(): Promise<void> {
    try {
      putDraft(await request<KnowledgeDraftView>('DELETE', '/api/v1/knowledge/draft'))
      say.success(words.discarded)
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    }
  }

  return (
    <Button
      danger
      onClick={() =>
        void modal.confirm({
          title: words.discardTitle,
          content: words.discardText,
          okText: words.discard,
          okButtonProps: { danger: true },
          cancelText: texts.cancel,
          onOk: discard,
        })
      }
    >
      {words.discard}
    </Button>
  )
}
