import { CheckCircleFilled, LoadingOutlined } from '@ant-design/icons'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ReceptionView } from '../../src/protocol/console.ts'
import type { InviteLink } from '../../src/protocol/http.ts'
import type { PackDetail, PackView } from '../../src/protocol/packs.ts'
import type { WelcomeView } from '../../src/protocol/welcome.ts'
import { request } from '../net/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { ChoiceCards } from '../settings/choice-cards.tsx'
import { CopyBox } from '../settings/copy-box.tsx'
import { useAttempt } from '../settings/use-attempt.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import type { usePublish } from './use-publish.ts'

interface StepProps {
  readonly view: WelcomeView
  readonly onDone: () => void
}

/** Whose knowledge answers. */
export function KnowledgeStep({
  view,
  publishing,
  onDone,
}: StepProps & { readonly publishing: ReturnType<typeof usePublish> }) {
  const { welcome } = useTexts()
  return (
    <>
      <p className="intro">{welcome.knowledgeText}</p>
      <dl className="welcome-ways">
        <div className={view.demoKnowledge ? 'here' : ''}>
          <dt>{view.demoKnowledge ? welcome.keepDemo : welcome.ownServing}</dt>
          <dd>{view.demoKnowledge ? welcome.keepDemoText : <Link to="/knowledge">{welcome.editKnowledge}</Link>}</dd>
        </div>
        <div>
          <dt>{welcome.fromPack}</dt>
          <dd>
            {welcome.fromPackText} <FromPack publishing={publishing} onDone={onDone} />
          </dd>
        </div>
        <div>
          <dt>{welcome.own}</dt>
          <dd>{welcome.ownText}</dd>
        </div>
      </dl>
      <Button type="primary" onClick={onDone}>
        {view.demoKnowledge ? welcome.keepDemo : welcome.next}
      </Button>
    </>
  )
}

/** Begins anew with each pack that there is; what serves goes on until the check is through. */
function FromPack({
  publishing,
  onDone,
}: { readonly publishing: ReturnType<typeof usePublish> } & Pick<StepProps, 'onDone'>) {
  const texts = useTexts()
  const { welcome } = texts
  const { modal } = App.useApp()
  const { attempt, busy } = useAttempt()
  const { loaded, reload } = useLoaded<{ packs: readonly PackView[] }>('/api/v1/knowledge/packs')
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton.Button active size="small" />
  const start = (id: string) =>
    attempt(async () => {
      await publishing.saveAndPublish(() =>
        request<PackDetail>('POST', `/api/v1/knowledge/packs/${encodeURIComponent(id)}/start`),
      )
      onDone()
    })
  const packs = loaded.value.packs.filter(({ available }) => available !== undefined)
  return packs.map(({ id, title }) => (
    <Button
      key={id}
      size="small"
      loading={busy}
      onClick={() =>
        void modal.confirm({
          title: welcome.packTitle(title[texts.locale]),
          content: welcome.packText,
          okText: welcome.packStart,
          cancelText: texts.cancel,
          onOk: async () => void (await start(id)),
        })
      }
    >
      {title[texts.locale]}
    </Button>
  ))
}

/** The snippet, and whether it has been seen. */
export function EmbedStep({ view, onDone }: StepProps) {
  const { welcome } = useTexts()
  const locale = useLocale()
  const { loaded, reload } = useLoaded<{ snippet: string }>('/api/v1/embed')
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active />
  return (
    <>
      <p className="intro">{welcome.embedText}</p>
      <CopyBox text={loaded.value.snippet} />
      <ul className="sightings" aria-live="polite">
        {view.sightings.length === 0 ? (
          <li>
            <LoadingOutlined aria-hidden /> {welcome.waiting}
          </li>
        ) : null}
        {view.sightings.map(({ origin, url, at, own }) => (
          <li key={origin} className="seen">
            <CheckCircleFilled aria-hidden /> {welcome.seen(own ? `${welcome.seenDemo} ${url}` : url)}{' '}
            <small>{formatMoment(at, locale)}</small>
          </li>
        ))}
      </ul>
      {view.demo ? (
        <p>
          <a href="/" target="_blank" rel="noreferrer">
            {welcome.tryDemo}
          </a>
        </p>
      ) : null}
      <Button type="primary" onClick={onDone}>
        {welcome.next}
      </Button>
    </>
  )
}

/** A link for one colleague. */
export function InviteStep({ onDone }: Pick<StepProps, 'onDone'>) {
  const { welcome, agents } = useTexts()
  const locale = useLocale()
  const [link, setLink] = useState<InviteLink>()
  const { attempt, busy } = useAttempt()
  const make = () =>
    attempt(async () => setLink(await request<InviteLink>('POST', '/api/v1/invites', { role: 'agent' })))
  return (
    <>
      <p className="intro">{welcome.inviteText}</p>
      {link ? (
        <>
          <CopyBox text={link.url} />
          <p className="none">{agents.inviteExpires(formatMoment(link.expiresAt, locale))}</p>
          <Button type="primary" onClick={onDone}>
            {welcome.next}
          </Button>
        </>
      ) : (
        <Button type="primary" loading={busy} onClick={() => void make()}>
          {welcome.inviteMake}
        </Button>
      )}
    </>
  )
}

/** Who receives. */
export function ModeStep({ onDone }: Pick<StepProps, 'onDone'>) {
  const { welcome, reception } = useTexts()
  const { loaded, reload, put } = useLoaded<ReceptionView>('/api/v1/reception')
  const { attempt, busy } = useAttempt()
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active />
  const choose = (mode: 'auto' | 'assist') =>
    void attempt(async () => put(await request<ReceptionView>('PUT', '/api/v1/reception', { mode })))
  return (
    <>
      <p className="intro">{welcome.modeText}</p>
      <ChoiceCards
        title={reception.modeTitle}
        value={loaded.value.mode}
        busy={busy}
        choices={[
          { value: 'auto', title: reception.auto, text: reception.autoText },
          { value: 'assist', title: reception.assist, text: reception.assistText },
        ]}
        onChoose={choose}
      />
      <Button type="primary" onClick={onDone}>
        {welcome.next}
      </Button>
    </>
  )
}
