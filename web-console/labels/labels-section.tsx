import { App, Button, Input, Skeleton } from 'antd'
import { type SubmitEvent, useState } from 'react'
import type { LabelColorName, LabelUse, LabelView } from '../../src/protocol/labels.ts'
import { request } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ColorChoice } from './color-choice.tsx'
import { LabelChip } from './label-chips.tsx'
import './labels.css'

const PATH = '/api/v1/labels'
const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`

/** Supervisors make, change and remove labels; everybody sees which there are. */
export function LabelsSection() {
  const texts = useTexts()
  const { loaded, reload } = useLoaded<{ labels: LabelUse[] }>(PATH)
  const editable = useDeskState((state) => state.me.role !== 'agent')
  const work = useLabelWork(reload)

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 5 }} />

  const { labels } = loaded.value
  return (
    <>
      <p className="intro">{editable ? texts.labels.intro : texts.labels.readOnly}</p>
      {editable ? <NewLabel onAdd={work.add} /> : null}
      {labels.length === 0 ? <p className="none">{texts.labels.none}</p> : null}
      {labels.length > 0 ? (
        <ul className="label-rows" aria-label={texts.labels.title}>
          {labels.map((label) => (
            <LabelRow key={label.id} label={label} editable={editable} work={work} />
          ))}
        </ul>
      ) : null}
    </>
  )
}

type Work = ReturnType<typeof useLabelWork>

function useLabelWork(reload: () => void) {
  const texts = useTexts()
  const say = useSay()
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      reload()
      return true
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
      return false
    }
  }
  return {
    add: (draft: Omit<LabelView, 'id'>) => attempt(() => request('POST', PATH, draft)),
    change: (id: string, patch: Partial<Omit<LabelView, 'id'>>) => attempt(() => request('PATCH', pathOf(id), patch)),
    remove: (id: string) => attempt(() => request('DELETE', pathOf(id))),
  }
}

function NewLabel({ onAdd }: { readonly onAdd: Work['add'] }) {
  const { labels } = useTexts()
  const [name, setName] = useState('')
  const [color, setColor] = useState<LabelColorName>('blue')

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (name.trim() !== '' && (await onAdd({ name: name.trim(), color }))) setName('')
  }

  return (
    <form className="label-new" onSubmit={(event) => void submit(event)}>
      <Input
        value={name}
        maxLength={12}
        placeholder={labels.namePlaceholder}
        aria-label={labels.name}
        onChange={(event) => setName(event.target.value)}
      />
      <ColorChoice value={color} onChange={setColor} />
      <Button type="primary" htmlType="submit" disabled={name.trim() === ''}>
        {labels.add}
      </Button>
    </form>
  )
}

interface LabelRowProps {
  readonly label: LabelUse
  readonly editable: boolean
  readonly work: Work
}

function LabelRow({ label, editable, work }: LabelRowProps) {
  const { labels } = useTexts()
  const confirmRemove = useConfirmRemove(label, work)
  return (
    <li className="label-row">
      <span className="label-name">
        {editable ? (
          <Name label={label} onRename={(name) => work.change(label.id, { name })} />
        ) : (
          <LabelChip label={label} />
        )}
      </span>
      <small>{labels.uses(label.uses)}</small>
      {editable ? (
        <>
          <ColorChoice value={label.color} onChange={(color) => void work.change(label.id, { color })} />
          <Button size="small" danger type="text" aria-label={labels.removeNamed(label.name)} onClick={confirmRemove}>
            {labels.remove}
          </Button>
        </>
      ) : null}
    </li>
  )
}

/** The chip; a click turns it into a field. */
function Name({
  label,
  onRename,
}: {
  readonly label: LabelUse
  readonly onRename: (name: string) => Promise<boolean>
}) {
  const { labels } = useTexts()
  const [draft, setDraft] = useState<string>()

  async function save(): Promise<void> {
    const name = (draft ?? '').trim()
    setDraft(undefined)
    if (name !== '' && name !== label.name) await onRename(name)
  }

  if (draft === undefined) {
    return (
      <button
        type="button"
        className="text-button"
        aria-label={labels.rename(label.name)}
        onClick={() => setDraft(label.name)}
      >
        <LabelChip label={label} />
      </button>
    )
  }
  return (
    <Input
      autoFocus
      size="small"
      maxLength={12}
      value={draft}
      aria-label={labels.name}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => event.key === 'Escape' && setDraft(undefined)}
      onPressEnter={(event) => void (event.nativeEvent.isComposing || save())}
    />
  )
}

function useConfirmRemove(label: LabelUse, work: Work): () => void {
  const { labels } = useTexts()
  const { modal } = App.useApp()
  return () =>
    void modal.confirm({
      title: labels.removeTitle(label.name),
      content: labels.removeText(label.uses),
      okText: labels.remove,
      okButtonProps: { danger: true },
      onOk: () => work.remove(label.id),
    })
}
