import { App, Button, Skeleton } from 'antd'
import { useRef } from 'react'
import { Link, useLocation } from 'wouter'
import type { PublicationDetail, PublicationView } from '../../../src/protocol/editing.ts'
import { request } from '../../net/http.ts'
import { thrownText } from '../../net/refusal.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useDeskState } from '../../shell/desk-context.tsx'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { useSay } from '../../shell/use-say.ts'
import { formatMoment } from '../../texts/format.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { ChangeList } from '../change-list.tsx'
import { reloadDraft } from '../draft-store.ts'
import { TextBox } from '../text-box.tsx'
import { useWords } from '../use-words.ts'
import '../list/list.css'
import '../draft/draft.css'

/** One version: what it changed, and the way back to it. */
export function VersionPage({ number }: { readonly number: string }) {
  const { versions: words } = useWords()
  const { loaded, reload } = useLoaded<PublicationDetail>(
    `/api/v1/knowledge/publications/${encodeURIComponent(number)}`,
  )
  return (
    <main className="page knowledge versions">
      <p className="crumbs">
        <Link to="/knowledge/versions">{words.title}</Link>
      </p>
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {loaded.kind === 'ready' ? <Version detail={loaded.value} /> : null}
    </main>
  )
}

function Version({ detail }: { readonly detail: PublicationDetail }) {
  const { versions: words } = useWords()
  const locale = useLocale()
  const isOwner = useDeskState((state) => state.me.role === 'owner')
  const { number, kind, at, by, note, serves, version } = detail.publication
  return (
    <>
      <header className="knowledge-head">
        <h1>
          {words.number(number)} <i className={`chip ${kind}`}>{words.kinds[kind]}</i>
          {serves ? <i className="chip good">{words.serves}</i> : null}
        </h1>
        {serves || !isOwner ? null : <RollBack publication={detail.publication} />}
      </header>
      <p className="knowledge-lead">
        {formatMoment(at, locale)} · {by?.name ?? words.nobody} · <span className="mono">{version}</span>
      </p>
      <p className="version-note">{note || words.noNote}</p>
      <h2>{words.changes}</h2>
      <ChangeList changes={detail.changes} />
    </>
  )
}

function RollBack({ publication }: { readonly publication: PublicationView }) {
  const texts = useTexts()
  const { versions: words } = useWords()
  const { modal } = App.useApp()
  const say = useSay()
  const [, navigate] = useLocation()
  const note = useRef('')

  async function rollBack(): Promise<void> {
    try {
      const path = `/api/v1/knowledge/publications/${publication.number}/rollback`
      const { number } = await request<PublicationView>('POST', path, { note: note.current.trim() })
      say.success(words.rolledBack(publication.number))
      void reloadDraft()
      navigate(`/knowledge/versions/${number}`)
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    }
  }

  return (
    <Button
      onClick={() =>
        void modal.confirm({
          title: words.rollBackTitle(publication.number),
          content: (
            <>
              <p>{words.rollBackText}</p>
              <TextBox
                aria-label={words.rollBackNote}
                placeholder={words.rollBackNote}
                maxLength={500}
                onChange={(text) => {
                  note.current = text
                }}
              />
            </>
          ),
          okText: words.rollBack,
          cancelText: texts.cancel,
          onOk: rollBack,
        })
      }
    >
      {words.rollBack}
    </Button>
  )
}
