import { HistoryOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { PublicationList, PublicationView } from '../../../src/protocol/editing.ts'
import { request } from '../../net/http.ts'
import { thrownText } from '../../net/refusal.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { Blank } from '../../shell/blank.tsx'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { useSay } from '../../shell/use-say.ts'
import { formatMoment } from '../../texts/format.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { DraftBar } from '../draft-bar.tsx'
import { useWords } from '../use-words.ts'
import { WhatServes } from './what-serves.tsx'
import '../list/list.css'
import '../draft/draft.css'

const PATH = '/api/v1/knowledge/publications'

/** 版本: every time the knowledge became another, newest first. */
export function VersionsPage() {
  const { versions: words } = useWords()
  const { loaded, reload } = useLoaded<PublicationList>(PATH)
  return (
    <main className="page knowledge versions">
      <DraftBar />
      <h1>{words.title}</h1>
      <WhatServes />
      <h2>{words.history}</h2>
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {loaded.kind === 'ready' ? <List first={loaded.value} /> : null}
    </main>
  )
}

function List({ first }: { readonly first: PublicationList }) {
  const texts = useTexts()
  const { versions: words } = useWords()
  const say = useSay()
  const [older, setOlder] = useState<PublicationList>()
  const next = older ? older.next : first.next
  const shown = [...first.publications, ...(older?.publications ?? [])]
  if (shown.length === 0) return <Blank icon={<HistoryOutlined />} title={words.none} hint={words.noneHint} />

  async function more(): Promise<void> {
    try {
      const page = await request<PublicationList>('GET', `${PATH}?before=${next}`)
      setOlder({ ...page, publications: [...(older?.publications ?? []), ...page.publications] })
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    }
  }

  return (
    <>
      <ol className="publications">
        {shown.map((one) => (
          <li key={one.number}>
            <Publication publication={one} />
          </li>
        ))}
      </ol>
      {next === undefined ? null : <Button onClick={() => void more()}>{texts.more}</Button>}
    </>
  )
}

function Publication({ publication }: { readonly publication: PublicationView }) {
  const { versions: words } = useWords()
  const locale = useLocale()
  const { number, kind, at, by, note, changed, serves } = publication
  return (
    <Link to={`/knowledge/versions/${number}`} className={serves ? 'publication serves' : 'publication'}>
      <b>{words.number(number)}</b>
      <i className={`chip ${kind}`}>{words.kinds[kind]}</i>
      {serves ? <i className="chip good">{words.serves}</i> : null}
      <span className="publication-when">
        {formatMoment(at, locale)} · {by?.name ?? words.nobody}
      </span>
      <span className="publication-note">{note || words.noNote}</span>
      <small>{words.files(changed)}</small>
    </Link>
  )
}
