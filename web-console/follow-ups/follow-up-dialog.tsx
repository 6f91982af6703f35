import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import type { DeskConversation } from '../../src/protocol/console.ts'
import type { MomentsView, TodoView, WhenInput } from '../../src/protocol/follow-ups.ts'
import { request } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useSay } from '../shell/use-say.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { formatShopTime, toDateField, useMoments } from './shop-time.ts'

interface FollowUpDialogProps {
  readonly conversation: DeskConversation
  readonly onClose: () => void
}

const NOBODY = ''
const OWN = 'own'

/** Plans to come back to a customer: when, how, what about, and who. */
export function FollowUpDialog({ conversation, onClose }: FollowUpDialogProps) {
  const { followUp } = useTexts()
  const moments = useMoments(true)
  const plan = usePlan(conversation.id, moments, onClose)
  return (
    <Modal
      open
      title={followUp.title}
      okText={followUp.save}
      okButtonProps={{ loading: plan.busy, disabled: !moments }}
      onOk={() => void plan.save()}
      onCancel={onClose}
      width={480}
    >
      <form
        className="follow-up-form"
        onSubmit={(event) => {
          event.preventDefault()
          void plan.save()
        }}
      >
        {moments ? <When plan={plan} moments={moments} /> : null}
        <How plan={plan} />
        <Who plan={plan} />
        {plan.refused ? <p role="alert">{plan.refused}</p> : null}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}

interface Draft {
  readonly choice: string
  readonly date: string
  readonly time: string
  readonly way: TodoView['detail']['way'] & string
  readonly phone: string
  readonly note: string
  /** Empty: whoever is on duty then. */
  readonly agentId: string
}

type Plan = ReturnType<typeof usePlan>

function usePlan(conversationId: string, moments: MomentsView | undefined, onClose: () => void) {
  const texts = useTexts()
  const locale = useLocale()
  const say = useSay()
  const me = useDeskState((state) => state.me)
  const [draft, setDraft] = useState<Draft>({
    choice: 'hour',
    date: '',
    time: '10:00',
    way: 'message',
    phone: '',
    note: '',
    agentId: me.id,
  })
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()

  async function save(): Promise<void> {
    setBusy(true)
    setRefused(undefined)
    const { choice, way, note, agentId } = draft
    const tomorrow = toDateField(Date.now() + 86_400_000, moments?.timeZone)
    const when: WhenInput =
      choice === OWN
        ? { date: draft.date || tomorrow, time: draft.time || '10:00' }
        : { choice: choice as NonNullable<WhenInput['choice']> }
    const phone = way === 'call' && draft.phone.trim() ? { phone: draft.phone.trim() } : {}
    try {
      const body = { conversationId, when, way, note, ...phone, agentId: agentId === NOBODY ? null : agentId }
      const { todo } = await request<{ todo: TodoView }>('POST', '/api/v1/follow-ups', body)
      say.success(texts.followUp.planned(formatShopTime(todo.dueAt, moments?.timeZone, locale)))
      onClose()
    } catch (thrown) {
      setRefused(thrownText(texts, thrown))
      setBusy(false)
    }
  }
  return { draft, set: (change: Partial<Draft>) => setDraft({ ...draft, ...change }), save, busy, refused }
}

function When({ plan: { draft, set }, moments }: { readonly plan: Plan; readonly moments: MomentsView }) {
  const { followUp } = useTexts()
  const locale = useLocale()
  const usual = moments.moments.filter(({ choice }) => choice !== 'half_hour' && choice !== 'reply')
  return (
    <fieldset>
      <legend>{followUp.when}</legend>
      <div className="choices">
        {usual.map(({ choice, at }) => (
          <Choice key={choice} name="when" value={choice} chosen={draft.choice} onChoose={() => set({ choice })}>
            {followUp.moments[choice]}
            <small>{formatShopTime(at, moments.timeZone, locale)}</small>
          </Choice>
        ))}
        <Choice name="when" value={OWN} chosen={draft.choice} onChoose={() => set({ choice: OWN })}>
          {followUp.own}
        </Choice>
      </div>
      {draft.choice === OWN ? (
        <div className="own-time">
          <input
            type="date"
            aria-label={followUp.date}
            min={toDateField(Date.now(), moments.timeZone)}
            value={draft.date || toDateField(Date.now() + 86_400_000, moments.timeZone)}
            onChange={(event) => set({ date: event.target.value })}
          />
          <input
            type="time"
            aria-label={followUp.time}
            value={draft.time}
            onChange={(event) => set({ time: event.target.value })}
          />
          <small>{followUp.shopTime(moments.timeZone)}</small>
        </div>
      ) : null}
    </fieldset>
  )
}

function How({ plan: { draft, set } }: { readonly plan: Plan }) {
  const { followUp } = useTexts()
  return (
    <fieldset>
      <legend>{followUp.way}</legend>
      <div className="choices">
        {(['message', 'call'] as const).map((way) => (
          <Choice key={way} name="way" value={way} chosen={draft.way} onChoose={() => set({ way })}>
            {followUp.ways[way]}
          </Choice>
        ))}
      </div>
      {draft.way === 'call' ? (
        <Input
          type="tel"
          maxLength={30}
          value={draft.phone}
          aria-label={followUp.phone}
          placeholder={followUp.phone}
          onChange={(event) => set({ phone: event.target.value })}
        />
      ) : null}
      <Input.TextArea
        rows={2}
        maxLength={500}
        value={draft.note}
        aria-label={followUp.note}
        placeholder={followUp.notePlaceholder}
        onChange={(event) => set({ note: event.target.value })}
      />
    </fieldset>
  )
}

function Who({ plan: { draft, set } }: { readonly plan: Plan }) {
  const { followUp, todos } = useTexts()
  const id = useId()
  const me = useDeskState((state) => state.me)
  const agents = useDeskState((state) => state.agents)
  const others = Object.values(agents).filter((agent) => agent.active && agent.id !== me.id)
  const options = [
    { value: me.id, label: followUp.me },
    { value: NOBODY, label: todos.nobody },
    ...others.map((agent) => ({ value: agent.id, label: agent.name })),
  ]
  return (
    <div className="follow-up-who">
      <label htmlFor={id}>{followUp.who}</label>
      <Select id={id} value={draft.agentId} options={options} onChange={(agentId) => set({ agentId })} />
    </div>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly value: string
  readonly chosen: string
  readonly onChoose: () => void
  readonly children: React.ReactNode
}

function Choice({ name, value, chosen, onChoose, children }: ChoiceProps) {
  return (
    <label className={value === chosen ? 'choice chosen' : 'choice'}>
      <input type="radio" name={name} value={value} checked={value === chosen} onChange={onChoose} />
      {children}
    </label>
  )
}
