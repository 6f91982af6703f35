import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { PackDetail, PackFileView, PackView } from '../../src/protocol/packs.ts'
import { request } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useSay } from '../shell/use-say.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { countStates, shownFiles } from './pack-files.ts'

interface PackCardProps {
  readonly pack: PackView
  readonly onInstalled: () => void
}

/** One pack: what the shop has of it, what is new, and what taking that in would do. */
export function PackCard({ pack, onInstalled }: PackCardProps) {
  const { packs: words } = useTexts()
  const locale = useLocale()
  const { installed, available, newer } = pack
  return (
    <section className="pack" aria-label={pack.title[locale]}>
      <div className="pack-head">
        <h2>
          {pack.title[locale]} <code>{pack.id}</code>
        </h2>
        <InstallButton pack={pack} onInstalled={onInstalled} />
      </div>
      {pack.description ? <p>{pack.description[locale]}</p> : null}
      <dl className="pack-facts">
        <dt>{words.installed}</dt>
        <dd>
          {installed ? installed.version : words.notInstalled}
          {installed ? (
            <small>
              {' '}
              {formatMoment(installed.at, locale)} {installed.by?.name}
            </small>
          ) : null}
        </dd>
        <dt>{words.available}</dt>
        <dd>
          {available ?? words.gone} {installed && newer ? <span className="chip good">{words.newer}</span> : null}
        </dd>
        {pack.licence ? (
          <>
            <dt>{words.licence}</dt>
            <dd>{pack.licence}</dd>
          </>
        ) : null}
      </dl>
      <Files pack={pack} />
    </section>
  )
}

function InstallButton({ pack, onInstalled }: PackCardProps) {
  const texts = useTexts()
  const { packs: words } = texts
  const { modal } = App.useApp()
  const say = useSay()
  const owner = useDeskState((state) => state.me.role === 'owner')
  const [busy, setBusy] = useState(false)
  if (!pack.newer) return pack.installed ? <span className="pack-current">{words.current}</span> : null

  async function install(): Promise<void> {
    setBusy(true)
    try {
      await request<PackDetail>('POST', `/api/v1/knowledge/packs/${encodeURIComponent(pack.id)}/install`)
      say.success(words.done)
      onInstalled()
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    } finally {
      setBusy(false)
    }
  }

  const act = pack.installed ? words.upgrade : words.install
  return (
    <Button
      type="primary"
      loading={busy}
      disabled={!owner}
      title={owner ? undefined : words.ownersOnly}
      onClick={() =>
        void modal.confirm({
          title: words.confirm(pack.available ?? ''),
          content: words.confirmText,
          okText: act,
          cancelText: texts.cancel,
          onOk: install,
        })
      }
    >
      {act}
    </Button>
  )
}

/** What becomes of its files: the ones that change or were changed, by name; the rest as a number. */
function Files({ pack }: { readonly pack: PackView }) {
  const { packs: words } = useTexts()
  const shown = shownFiles(pack)
  const counts = countStates(pack.files)
  return (
    <>
      <p className="pack-counts">
        {pack.newer ? words.would : words.stands}
        {counts.map(([state, count]) => (
          <span key={state} className={`pack-state ${state}`}>
            {words.states[state]} {count}
          </span>
        ))}
      </p>
      {shown.length > 0 ? (
        <details className="pack-files" open={shown.some(({ state }) => state === 'conflict')}>
          <summary>{words.files(shown.length)}</summary>
          <ul>
            {shown.map((file) => (
              <FileLine key={file.path} file={file} />
            ))}
          </ul>
        </details>
      ) : null}
      {pack.installed ? (
        <p className="pack-next">
          <Link to="/knowledge/draft">{words.toDraft}</Link>
        </p>
      ) : null}
    </>
  )
}

function FileLine({ file }: { readonly file: PackFileView }) {
  const { packs: words } = useTexts()
  const path = file.path.split('/').map(encodeURIComponent).join('/')
  return (
    <li>
      <span className={`pack-state ${file.state}`}>{words.states[file.state]}</span>
      {file.state === 'added' ? <code>{file.path}</code> : <Link to={`/knowledge/files/${path}`}>{file.path}</Link>}
      {file.overridden ? <small>{words.overridden}</small> : null}
    </li>
  )
}
