import { Skeleton } from 'antd'
import { useLoaded } from '../net/use-loaded.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { CopyBox } from './copy-box.tsx'

/** How the widget gets onto the shop's pages. */
export function EmbedSection() {
  const { embed } = useTexts()
  const { loaded, reload } = useLoaded<{ snippet: string }>('/api/v1/embed')

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active />

  return (
    <>
      <p className="intro">{embed.intro}</p>
      <h2>{embed.snippet}</h2>
      <CopyBox text={loaded.value.snippet} />
      <h2>{embed.callsTitle}</h2>
      <p className="intro">{embed.callsText}</p>
      <dl className="calls">
        {embed.calls.map(([call, what]) => (
          <div key={call}>
            <dt>
              <code>{call}</code>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
