import { SearchOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { loadArchive } from '../live/fetch-desk.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import type { ArchiveFilter } from '../state/desk-state.ts'
import { useTexts } from '../texts/use-texts.ts'
import './archive.css'

/** Which conversations the last tab shows; each choice is fetched anew. */
export function ArchiveFilterBar() {
  const texts = useTexts()
  const desk = useDesk()
  const filter = useDeskState((state) => state.archive.filter)

  useEffect(() => {
    void loadArchive(desk.store, desk.store.get().archive.filter)
  }, [desk])

  const options = (['resolved', 'others', 'all'] as const).map((value) => ({ value, label: texts.archive[value] }))
  return (
    <div className="archive-filter">
      <Segmented<ArchiveFilter>
        block
        size="small"
        options={options}
        value={filter}
        onChange={(next) => void loadArchive(desk.store, next)}
      />
      <Link to="/history" className="archive-find">
        <SearchOutlined aria-hidden="true" /> {texts.history.find}
      </Link>
    </div>
  )
}

export function ArchiveFoot() {
  const texts = useTexts()
  const desk = useDesk()
  const archive = useDeskState((state) => state.archive)
  const [busy, setBusy] = useState(false)

  if (archive.load === 'error') return <LoadFailed onRetry={() => void loadArchive(desk.store, archive.filter)} />
  if (!archive.more || archive.load !== 'ready') return null

  async function more(): Promise<void> {
    setBusy(true)
    await loadArchive(desk.store, archive.filter, true)
    setBusy(false)
  }

  return (
    <div className="archive-foot">
      <Button type="link" loading={busy} onClick={() => void more()}>
        {texts.more}
      </Button>
    </div>
  )
}
