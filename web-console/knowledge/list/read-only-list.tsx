import { SearchOutlined } from '@ant-design/icons'
import { Input, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { IntentSummary } from '../../../src/protocol/knowledge.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { createFuzzySearch } from '../../state/fuzzy-search.ts'
import { toIntentPath } from '../paths.ts'
import { useWords } from '../use-words.ts'

/** What serves, for those who may read and not write. */
export function ReadOnlyList() {
  const { list } = useWords()
  const { loaded, reload } = useLoaded<{ intents: IntentSummary[] }>('/api/v1/knowledge/intents')
  return (
    <main className="page knowledge">
      <h1>{list.title}</h1>
      <p className="knowledge-lead">{list.readOnly}</p>
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 12 }} /> : null}
      {loaded.kind === 'ready' ? <Summaries intents={loaded.value.intents} /> : null}
    </main>
  )
}

function Summaries({ intents }: { readonly intents: readonly IntentSummary[] }) {
  const { list } = useWords()
  const [wanted, setWanted] = useState('')
  const search = useMemo(
    () => createFuzzySearch(intents, ({ id, title, examples }) => [title, id, ...examples]),
    [intents],
  )
  const found = search(wanted)
  return (
    <>
      <div className="knowledge-filters">
        <Input
          prefix={<SearchOutlined aria-hidden="true" />}
          placeholder={list.search}
          aria-label={list.search}
          value={wanted}
          allowClear
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
      {found.length === 0 ? <p className="none">{list.noMatch}</p> : null}
      <ul className="summaries">
        {found.map(({ id, title, answer }) => (
          <li key={id}>
            <Link to={toIntentPath(id)}>{title}</Link>
            {answer ? <p>{answer}</p> : null}
          </li>
        ))}
      </ul>
    </>
  )
}
