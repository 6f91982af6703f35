import { CloseOutlined, FullscreenOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { Link } from 'wouter'
import type { WallView } from '../../../src/protocol/reports.ts'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { useNow } from '../../shell/use-now.ts'
import { formatClock } from '../../texts/format.ts'
import { formatCount } from '../../texts/format-wait.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { FiguresProvider } from '../figures-context.tsx'
import { useDefinitions } from '../use-definitions.ts'
import { useWall, type Wall } from './use-wall.ts'
import { WallAgents } from './wall-agents.tsx'
import { WallNumbers } from './wall-numbers.tsx'
import { WallToday } from './wall-today.tsx'
import '../figures.css'
import './wall.css'

/** 大屏: who waits and who serves, readable from across the room, without a hand. */
export function WallPage() {
  const definitions = useDefinitions().loaded
  const wall = useWall()
  const known = definitions.kind === 'ready' ? definitions.value : { figures: [], currency: 'CNY' }
  return (
    <main className="wall">
      <Head wall={wall} />
      {wall.view ? (
        <FiguresProvider definitions={known.figures} currency={known.currency}>
          <Figures view={wall.view} />
        </FiguresProvider>
      ) : wall.failed === undefined ? (
        <Skeleton active paragraph={{ rows: 10 }} />
      ) : (
        <LoadFailed thrown={wall.failed} onRetry={() => location.reload()} />
      )}
    </main>
  )
}

function Figures({ view }: { readonly view: WallView }) {
  return (
    <>
      <WallNumbers view={view} />
      <WallAgents agents={view.agents} />
      <WallToday figures={view.today} />
    </>
  )
}

function Head({ wall }: { readonly wall: Wall }) {
  const texts = useTexts()
  const { wall: words } = texts.figures
  const locale = useLocale()
  const now = useNow()
  return (
    <header className="wall-head">
      <h1>{words.title}</h1>
      <Freshness wall={wall} now={now} />
      <time>{formatClock(now, locale)}</time>
      {document.fullscreenEnabled ? (
        <Button
          type="text"
          icon={<FullscreenOutlined />}
          aria-label={words.fullScreen}
          onClick={() => void document.documentElement.requestFullscreen()}
        />
      ) : null}
      <Link to="/reports" className="wall-leave" aria-label={words.leave} onClick={leaveFullScreen}>
        <CloseOutlined />
      </Link>
    </header>
  )
}

/** After this long the figures are called old, whatever the reason. */
const OLD = 15_000

/** How old the figures are; loud once they cannot be renewed. */
function Freshness({ wall, now }: { readonly wall: Wall; readonly now: number }) {
  const texts = useTexts()
  const { wall: words } = texts.figures
  if (!wall.view) return null

  const age = Math.max(0, now - wall.readAt)
  const lost = wall.failed !== undefined || age > OLD
  const words2 = lost
    ? words.stale(formatCount(age, texts))
    : age < 2000
      ? words.justNow
      : words.fresh(formatCount(age, texts))
  return (
    <p className={lost ? 'wall-fresh lost' : 'wall-fresh'} role={lost ? 'alert' : undefined}>
      {words2}
    </p>
  )
}

function leaveFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen()
}
