import { Select } from 'antd'
import { useEffect, useState } from 'react'
import type { ShopperView } from '../../src/protocol/try-out.ts'
import { request } from '../net/http.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Until somebody has stopped typing. */
const PAUSE = 250

interface ShopperSelectProps {
  readonly id: string
  readonly shopper: ShopperView | undefined
  readonly onChange: (shopper: ShopperView | undefined) => void
}

/** A stranger, or a customer of the shop, found by name, phone or order. */
export function ShopperSelect({ id, shopper, onChange }: ShopperSelectProps) {
  const texts = useTexts()
  const { tryOut } = texts
  const [words, setWords] = useState('')
  const { found, busy } = useShoppers(words)
  const offered = found.some((one) => one.id === shopper?.id) || !shopper ? found : [shopper, ...found]
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      value={shopper?.id ?? null}
      loading={busy}
      placeholder={tryOut.stranger}
      notFoundContent={words.trim() === '' ? tryOut.shopperHint : busy ? texts.loading : tryOut.noShopper}
      options={offered.map((one) => ({ value: one.id, label: one.name || one.phone || one.id, shopper: one }))}
      optionRender={({ data }) => <ShopperOption shopper={data.shopper} />}
      onChange={(next: string | null | undefined) => onChange(offered.find((one) => one.id === next))}
    />
  )
}

function ShopperOption({ shopper }: { readonly shopper: ShopperView }) {
  const { customer } = useTexts()
  const { name, phone, verified, orders } = shopper
  return (
    <span className="try-shopper">
      <b>{name || phone}</b>
      <small>
        {[name ? phone : undefined, verified ? customer.verified : customer.unverified, ...orders]
          .filter((one) => one !== undefined)
          .join(' · ')}
      </small>
    </span>
  )
}

function useShoppers(words: string): { readonly found: readonly ShopperView[]; readonly busy: boolean } {
  const [found, setFound] = useState<readonly ShopperView[]>([])
  const [busy, setBusy] = useState(false)
  const wanted = words.trim()
  useEffect(() => {
    let over = false
    setBusy(wanted !== '')
    if (wanted === '') setFound([])
    const timer = setTimeout(() => {
      if (wanted === '') return
      request<{ shoppers: ShopperView[] }>(
        'GET',
        `/api/v1/knowledge/try/shoppers?${new URLSearchParams({ q: wanted })}`,
      )
        .then(({ shoppers }) => !over && setFound(shoppers))
        .catch(() => !over && setFound([]))
        .finally(() => !over && setBusy(false))
    }, PAUSE)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [wanted])
  return { found, busy }
}
