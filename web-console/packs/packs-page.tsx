import { AppstoreOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import type { PackView } from '../../src/protocol/packs.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { Blank } from '../shell/blank.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { PackCard } from './pack-card.tsx'
import './packs.css'

/** 行业包: ready-made knowledge that a shop takes in, and goes on to change. */
export function PacksPage() {
  const { packs: words } = useTexts()
  const { loaded, reload } = useLoaded<{ packs: PackView[] }>('/api/v1/knowledge/packs')
  const packs = loaded.kind === 'ready' ? loaded.value.packs : []
  return (
    <main className="page packs">
      <h1>{words.title}</h1>
      <p className="packs-lead">{words.lead}</p>
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
      {loaded.kind === 'ready' && packs.length === 0 ? (
        <Blank icon={<AppstoreOutlined />} title={words.empty} hint={words.emptyHint} />
      ) : null}
      {packs.map((pack) => (
        <PackCard key={pack.id} pack={pack} onInstalled={reload} />
      ))}
    </main>
  )
}
