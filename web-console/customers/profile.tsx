import { CheckCircleFilled, RightOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { Link } from 'wouter'
import type { CustomerView } from '../../src/protocol/http.ts'
import { CustomerAvatar } from '../desk/customer-avatar.tsx'
import { useCustomerName } from '../desk/customer-name.ts'
import { thrownText } from '../net/refusal.ts'
import { useSay } from '../shell/use-say.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { InlineText } from './inline-text.tsx'
import { type CustomerChange, saveCustomer } from './save-customer.ts'
import { TagEditor } from './tag-editor.tsx'

interface ProfileProps {
  readonly customer: CustomerView
  /** Whether to lead on to the full record. */
  readonly link?: boolean
  readonly onChanged: (customer: CustomerView) => void
}

type Save = (change: CustomerChange) => Promise<boolean>

/** Who the customer is; name, tier, tags and note can be changed in place. */
export function Profile({ customer, link = false, onChanged }: ProfileProps) {
  const texts = useTexts()
  const say = useSay()

  const save: Save = async (change) => {
    try {
      onChanged(await saveCustomer(customer.id, change))
      return true
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
      return false
    }
  }

  return (
    <section className="block profile">
      <ProfileHead customer={customer} link={link} save={save} />
      <ProfileFacts customer={customer} save={save} />
      <p className="label">{texts.customer.tags}</p>
      <TagEditor tags={customer.tags} onSave={(tags) => save({ tags })} />
      <p className="label">{texts.customer.note}</p>
      <InlineText
        value={customer.note}
        label={texts.customer.note}
        placeholder={texts.customer.noNote}
        multiline
        maxLength={2000}
        onSave={(note) => save({ note })}
      />
    </section>
  )
}

function ProfileHead({ customer, link, save }: { customer: CustomerView; link: boolean; save: Save }) {
  const texts = useTexts()
  const name = useCustomerName(customer)
  return (
    <header className="profile-head">
      <CustomerAvatar customer={customer} large />
      <div className="profile-who">
        <InlineText
          value={customer.name}
          label={texts.customer.name}
          placeholder={name}
          maxLength={60}
          onSave={(next) => save({ name: next })}
        />
        <p className={customer.verified ? 'verified' : 'unverified'}>
          {customer.verified ? <CheckCircleFilled aria-hidden="true" /> : null}
          {customer.verified ? texts.customer.verified : texts.customer.unverified}
        </p>
      </div>
      {link ? (
        <Link to={`/customers/${encodeURIComponent(customer.id)}`} className="to-record">
          {texts.customer.open} <RightOutlined />
        </Link>
      ) : null}
    </header>
  )
}

const TIERS = ['vip', 'key', 'regular', 'small'] as const

function ProfileFacts({ customer, save }: { readonly customer: CustomerView; readonly save: Save }) {
  const texts = useTexts()
  const locale = useLocale()
  const facts: readonly (readonly [string, string | undefined])[] = [
    [texts.customer.phone, customer.phone],
    [texts.customer.email, customer.email],
    [texts.customer.locale, customer.locale === 'zh' ? '中文' : 'English'],
    [texts.customer.since, formatMoment(customer.createdAt, locale)],
    [texts.customer.lastSeen, formatMoment(customer.lastSeenAt, locale)],
  ]
  return (
    <dl className="facts">
      <dt>{texts.customer.tier}</dt>
      <dd>
        <Select
          size="small"
          variant="filled"
          value={customer.tier}
          aria-label={texts.customer.tier}
          options={TIERS.map((value) => ({ value, label: texts.tier[value] }))}
          onChange={(tier) => void save({ tier })}
          popupMatchSelectWidth={false}
        />
      </dd>
      {facts.map(([label, value]) =>
        value ? (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
