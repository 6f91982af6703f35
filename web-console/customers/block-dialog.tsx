import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCustomerName } from '../desk/customer-name.ts'
import { thrownText } from '../net/refusal.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { block } from './save-customer.ts'

const HOUR = 60
const MINUTES = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR, month: 30 * 24 * HOUR, forever: undefined } as const
type Duration = keyof typeof MINUTES
const DURATIONS: readonly Duration[] = ['hour', 'day', 'week', 'month', 'forever']
/** As long as an agent may shut somebody out. */
const SHORT: readonly Duration[] = ['hour', 'day']

interface BlockDialogProps {
  readonly customer: { readonly id: string; readonly name: string }
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Why, and for how long. */
export function BlockDialog({ customer, onDone, onClose }: BlockDialogProps) {
  const texts = useTexts()
  const name = useCustomerName(customer)
  const form = useBlockForm(customer.id, () => {
    onDone()
    onClose()
  })
  return (
    <Modal
      open
      title={texts.block.title(name)}
      okText={texts.block.confirm}
      okButtonProps={{ danger: true }}
      confirmLoading={form.saving}
      onOk={() => void form.save()}
      onCancel={onClose}
    >
      <p className="block-intro">{texts.block.intro}</p>
      <ReasonField form={form} />
      <DurationField form={form} />
      {form.refused ? (
        <p role="alert" className="block-refused">
          {form.refused}
        </p>
      ) : null}
    </Modal>
  )
}

function useBlockForm(customerId: string, onDone: () => void) {
  const texts = useTexts()
  const say = useSay()
  const [reason, setReason] = useState('')
  const [duration, setDuration] = useState<Duration>('day')
  const [saving, setSaving] = useState(false)
  const [refused, setRefused] = useState<string>()

  async function save(): Promise<void> {
    if (reason.trim() === '') {
      setRefused(texts.block.needReason)
      return
    }
    setSaving(true)
    setRefused(undefined)
    try {
      const minutes = MINUTES[duration]
      await block(customerId, { reason, ...(minutes !== undefined && { minutes }) })
      say.success(texts.block.done)
      onDone()
    } catch (thrown) {
      setRefused(thrownText(texts, thrown))
    } finally {
      setSaving(false)
    }
  }

  return { reason, setReason, duration, setDuration, saving, refused, save }
}

type Form = ReturnType<typeof useBlockForm>

function ReasonField({ form }: { readonly form: Form }) {
  const texts = useTexts()
  const id = useId()
  return (
    <div className="block-field">
      <label htmlFor={id}>{texts.block.reason}</label>
      <Input
        id={id}
        autoFocus
        maxLength={200}
        value={form.reason}
        placeholder={texts.block.reasonPlaceholder}
        onChange={(event) => form.setReason(event.target.value)}
        onPressEnter={(event) => void (event.nativeEvent.isComposing || form.save())}
      />
      <div className="block-reasons">
        {texts.block.reasons.map((reason) => (
          <button key={reason} type="button" className="chip" onClick={() => form.setReason(reason)}>
            {reason}
          </button>
        ))}
      </div>
    </div>
  )
}

function DurationField({ form }: { readonly form: Form }) {
  const texts = useTexts()
  const agent = useDeskState((state) => state.me.role === 'agent')
  const id = useId()
  return (
    <div className="block-field">
      <span id={id}>{texts.block.duration}</span>
      <Radio.Group
        aria-labelledby={id}
        value={form.duration}
        onChange={(event) => form.setDuration(event.target.value as Duration)}
        options={DURATIONS.map((value) => ({
          value,
          label: texts.block.durations[value],
          disabled: agent && !SHORT.includes(value),
        }))}
      />
      {agent ? <small>{texts.block.agentHint}</small> : null}
    </div>
  )
}
