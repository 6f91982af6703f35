import { CheckCircleFilled, RightOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { Link } from 'wouter'
import type { CustomerRecord, CustomerView } from '../../src/protocol/http.ts'
import { CustomerAvatar } from '../desk/customer-avatar.tsx'
import { useCustomerName } from '../desk/customer-name.ts'
import { thrownText } from '../net/refusal.ts'
import { useSay } from '../shell/use-say.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { BlockBox } from './block-box.tsx'
import { EmailField, PhoneField } from './contact-fields.tsx'
import { InlineText } from './inline-text.tsx'
import { type CustomerChange, saveCustomer } from './save-customer.ts'
import { TagEditor } from './tag-editor.tsx'

interface ProfileProps {
  readonly record: CustomerRecord
  /** Whether to lead on to the full record. */
  readonly link?: boolean
  readonly onChanged: (customer: CustomerView) => void
  /** Somebody was blocked, or may write again. */
  readonly onBlocked: () => void
}

type Save = (change: CustomerChange) => Promise<boolean>

/** Who the customer is; what may be edited is edited in place. */
export function Profile({ record, link = false, onChanged, onBlocked }: ProfileProps) {
  const texts = useTexts()
  const say = useSay()
  const { customer } = record

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
      <ProfileHead record={record} link={link} save={save} />
      <ProfileFacts customer={customer} save={save} />
      <p className="label">{texts.customer.tags}</p>
      <TagEditor tags={customer.tags} onSave={(tags) => save({ tags })} />
      <BlockBox customer={customer} block={record.block} onChanged={onBlocked} />
    </section>
  )
}

function ProfileHead({ record, link, save }: { record: CustomerRecord; link: boolean; save: Save }) {
  const texts = useTexts()
  const { customer } = record
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
        {record.identities.map(({ kind, value }) => (
          <small key={`${kind}:${value}`} className="identity">
            {texts.fields.verifiedBy[kind](value)}
          </small>
        ))}
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
  const facts = [
    [texts.customer.locale, customer.locale === 'zh' ? '中文' : 'English'],
    [texts.customer.since, formatMoment(customer.createdAt, locale)],
    [texts.customer.lastSeen, formatMoment(customer.lastSeenAt, locale)],
  ] as const
  return (
    <dl className="facts">
      <div>
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
      </div>
      <div>
        <dt>{texts.customer.phone}</dt>
        <dd>
          <PhoneField customer={customer} save={save} />
        </dd>
      </div>
      <div>
        <dt>{texts.customer.email}</dt>
        <dd>
          <EmailField customer={customer} save={save} />
        </dd>
      </div>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
