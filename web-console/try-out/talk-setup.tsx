import { Button, Input, Segmented, Select } from 'antd'
import { useId } from 'react'
import type { ProductCardView } from '../../src/protocol/common.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ShopperSelect } from './shopper-select.tsx'
import type { Setup } from './use-talk.ts'

interface TalkSetupProps {
  readonly setup: Setup
  readonly onChange: (change: Partial<Setup>) => void
}

/** Who speaks, when, where, and what answers. Each change plays the talk anew. */
export function TalkSetup({ setup, onChange }: TalkSetupProps) {
  const { tryOut } = useTexts()
  const id = useId()
  return (
    <section className="try-setup" aria-label={tryOut.setup}>
      <WhichKnowledge value={setup.knowledge} onChange={(knowledge) => onChange({ knowledge })} />
      <label htmlFor={`${id}-who`}>{tryOut.shopper}</label>
      <ShopperSelect id={`${id}-who`} shopper={setup.shopper} onChange={(shopper) => onChange({ shopper })} />
      <label htmlFor={`${id}-at`}>{tryOut.at}</label>
      <span className="try-time">
        <input
          id={`${id}-at`}
          type="datetime-local"
          value={setup.at}
          onChange={(event) => onChange({ at: event.target.value })}
        />
        {setup.at === '' ? (
          <small>{tryOut.now}</small>
        ) : (
          <Button size="small" type="link" onClick={() => onChange({ at: '' })}>
            {tryOut.toNow}
          </Button>
        )}
      </span>
      <label htmlFor={`${id}-product`}>{tryOut.product}</label>
      <ProductSelect id={`${id}-product`} value={setup.product} onChange={(product) => onChange({ product })} />
      <label htmlFor={`${id}-page`}>{tryOut.page}</label>
      <Input
        id={`${id}-page`}
        value={setup.page}
        maxLength={2000}
        placeholder="https://"
        onChange={(event) => onChange({ page: event.target.value })}
      />
      <span className="try-label">{tryOut.locale}</span>
      <Segmented<Setup['locale']>
        aria-label={tryOut.locale}
        value={setup.locale}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(locale) => onChange({ locale })}
      />
      <p className="try-note">{tryOut.untouched}</p>
    </section>
  )
}

interface WhichKnowledgeProps {
  readonly value: Setup['knowledge']
  readonly onChange: (value: Setup['knowledge']) => void
}

export function WhichKnowledge({ value, onChange }: WhichKnowledgeProps) {
  const { tryOut } = useTexts()
  return (
    <>
      <span className="try-label">{tryOut.knowledge}</span>
      <Segmented<Setup['knowledge']>
        aria-label={tryOut.knowledge}
        value={value}
        options={(['live', 'draft'] as const).map((which) => ({ value: which, label: tryOut.which[which] }))}
        onChange={onChange}
      />
    </>
  )
}

interface ProductSelectProps {
  readonly id: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

function ProductSelect({ id, value, onChange }: ProductSelectProps) {
  const { tryOut } = useTexts()
  const { loaded } = useLoaded<{ products: ProductCardView[] }>('/api/v1/products')
  const products = loaded.kind === 'ready' ? loaded.value.products : []
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      loading={loaded.kind === 'loading'}
      placeholder={tryOut.noProduct}
      options={products.map((one) => ({ value: one.id, label: one.name }))}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
    />
  )
}
