import { PlusOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import type { IntentRows } from '../../../src/protocol/editing.ts'
import { Blank } from '../../shell/blank.tsx'
import { useDeskState } from '../../shell/desk-context.tsx'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { DraftBar } from '../draft-bar.tsx'
import { useDraft } from '../draft-store.ts'
import { ProblemList } from '../problem-list.tsx'
import { useWords } from '../use-words.ts'
import { FilterBar } from './filter-bar.tsx'
import { fits, sortIntents } from './intent-filters.ts'
import { createIntentSearch } from './intent-search.ts'
import { IntentTable } from './intent-table.tsx'
import { MissingFacts } from './missing-facts.tsx'
import { NewIntentDialog } from './new-intent-dialog.tsx'
import { ReadOnlyList } from './read-only-list.tsx'
import { type UseIntents, useIntents } from './use-intents.ts'
import { useListPlace } from './use-list-place.ts'
import { usePinyin } from './use-pinyin.ts'
import './list.css'

/** 问答: everything that shoppers ask, as the draft has it. */
export function IntentsPage() {
  const mayEdit = useDeskState((state) => state.me.role !== 'agent')
  return mayEdit ? <EditableList /> : <ReadOnlyList />
}

function EditableList() {
  const { list } = useWords()
  const intents = useIntents()
  const { draft } = useDraft()
  const { loaded, reload } = intents
  return (
    <main className="page knowledge">
      <DraftBar />
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 12 }} /> : null}
      {loaded.kind === 'ready' ? (
        <>
          <ProblemList title={list.problems} problems={draft?.problems ?? []} kind="bad" />
          <MissingFacts />
          <Intents intents={intents} value={loaded.value} />
        </>
      ) : null}
    </main>
  )
}

function Intents({ intents, value }: { readonly intents: UseIntents; readonly value: IntentRows }) {
  const { list } = useWords()
  const { filters, sort, query, change } = useListPlace()
  const [creating, setCreating] = useState(false)
  const pinyin = usePinyin()
  const { examplesOf, heat } = intents
  const wanted = useDeferredValue(query)
  const search = useMemo(
    () => createIntentSearch(value.intents, examplesOf, pinyin?.match),
    [value.intents, examplesOf, pinyin],
  )
  const shown = useMemo(
    () =>
      sortIntents(
        search(wanted).filter((row) => fits(row, filters)),
        sort,
        heat,
      ),
    [search, wanted, filters, sort, heat],
  )
  return (
    <>
      <header className="knowledge-head">
        <h1>
          {list.title} <span className="count">{value.intents.length}</span>
        </h1>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
          {list.create}
        </Button>
      </header>
      <FilterBar
        filters={filters}
        query={query}
        sort={sort}
        counted={heat !== undefined}
        categories={value.categories}
        onChange={change}
      />
      {shown.length === 0 ? (
        <Blank
          icon={<QuestionCircleOutlined />}
          title={value.intents.length === 0 ? list.empty : list.noMatch}
          hint={value.intents.length === 0 ? list.emptyHint : list.noMatchHint}
        />
      ) : (
        <IntentTable rows={shown} intents={intents} sort={sort} onSort={(next) => change({ sort: next })} />
      )}
      {creating ? <NewIntentDialog rows={value} onClose={() => setCreating(false)} /> : null}
    </>
  )
}
