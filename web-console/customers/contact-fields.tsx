import { Tooltip } from 'antd'
import { useState } from 'react'
import { isEmail, isPhone } from '../../src/protocol/customer-fields.ts'
import type { CustomerView } from '../../src/protocol/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { InlineText } from './inline-text.tsx'
import { type CustomerChange, revealPhone } from './save-customer.ts'

interface FieldProps {
  readonly customer: CustomerView
  readonly save: (change: CustomerChange) => Promise<boolean>
}

/** The phone number; masked until it is asked for, and only then can it be changed. */
export function PhoneField({ customer, save }: FieldProps) {
  const texts = useTexts()
  const say = useSay()
  const [revealed, setRevealed] = useState<string>()
  const [asking, setAsking] = useState(false)

  async function reveal(): Promise<void> {
    setAsking(true)
    try {
      setRevealed(await revealPhone(customer.id))
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    } finally {
      setAsking(false)
    }
  }

  async function change(phone: string): Promise<boolean> {
    const saved = await save({ phone })
    if (saved) setRevealed(phone)
    return saved
  }

  if (customer.phoneMasked && revealed === undefined) {
    return (
      <span className="masked">
        <span>{customer.phone}</span>
        <Tooltip title={texts.fields.revealHint}>
          <button type="button" className="text-button" disabled={asking} onClick={() => void reveal()}>
            {texts.fields.reveal}
          </button>
        </Tooltip>
      </span>
    )
  }
  return (
    <InlineText
      type="tel"
      value={revealed ?? customer.phone ?? ''}
      label={texts.customer.phone}
      placeholder={texts.fields.addPhone}
      maxLength={30}
      check={(phone) => (phone === '' || isPhone(phone) ? undefined : texts.fields.phoneInvalid)}
      onSave={change}
    />
  )
}

export function EmailField({ customer, save }: FieldProps) {
  const texts = useTexts()
  return (
    <InlineText
      type="email"
      value={customer.email ?? ''}
      label={texts.customer.email}
      placeholder={texts.fields.addEmail}
      maxLength={120}
      check={(email) => (email === '' || isEmail(email) ? undefined : texts.fields.emailInvalid)}
      onSave={(email) => save({ email })}
    />
  )
}
