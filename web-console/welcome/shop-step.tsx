import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ShopFilePatch, ShopFileView } from '../../src/protocol/shop-file.ts'
import { request } from '../net/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { editsFor, isRecord, type ShopPart, type Values, valueAt } from '../settings/shop/field.ts'
import { SHOP_PARTS } from '../settings/shop/parts-shop.ts'
import { Fields } from '../settings/shop/records-field.tsx'
import { useAttempt } from '../settings/use-attempt.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { usePublish } from './use-publish.ts'

const ASKED = ['name', 'greeting', 'accent', 'language', 'weekly']
/** Of all settings, those that a shopper notices at once. */
const PARTS: readonly ShopPart[] = SHOP_PARTS.filter(({ id }) => id === 'profile' || id === 'hours').map((part) => ({
  ...part,
  fields: part.fields.filter(({ name }) => ASKED.includes(name)),
}))

interface ShopStepProps {
  readonly publishing: ReturnType<typeof usePublish>
  readonly onDone: () => void
}

/** What the shop is called, how it greets, when it is open. */
export function ShopStep({ publishing, onDone }: ShopStepProps) {
  const { loaded, reload } = useLoaded<ShopFileView>('/api/v1/settings/shop')
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 6 }} />
  return <ShopStepForm key={loaded.value.seen ?? ''} file={loaded.value} publishing={publishing} onDone={onDone} />
}

function ShopStepForm({ file, publishing, onDone }: ShopStepProps & { readonly file: ShopFileView }) {
  const { welcome } = useTexts()
  const data: unknown = JSON.parse(file.json)
  const [values, setValues] = useState<readonly Values[]>(() =>
    PARTS.map(({ path }) => {
      const before = valueAt(data, path)
      return isRecord(before) ? before : {}
    }),
  )
  const { attempt, busy } = useAttempt()
  const edits = PARTS.flatMap((part, index) => editsFor(part, data, values[index] ?? {}))

  async function submit(): Promise<void> {
    const patch: ShopFilePatch = { edits, ...(file.seen !== undefined && { seen: file.seen }) }
    const done = await attempt(async () => {
      if (edits.length === 0) return
      await publishing.saveAndPublish(() => request<ShopFileView>('PATCH', '/api/v1/settings/shop', patch))
    })
    if (done) onDone()
  }

  return (
    <form
      className="shop-form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p className="intro">{welcome.shopText}</p>
      {PARTS.map((part, index) => (
        <Fields
          key={part.id}
          fields={part.fields}
          id={`welcome-${part.id}`}
          values={values[index] ?? {}}
          onChange={(next) => setValues(values.map((one, at) => (at === index ? next : one)))}
        />
      ))}
      <Button type="primary" htmlType="submit" loading={busy}>
        {edits.length > 0 ? welcome.saveAndServe : welcome.next}
      </Button>
    </form>
  )
}

/** What became of what was saved. */
export function PublishState({ publishing }: Pick<ShopStepProps, 'publishing'>) {
  const { welcome } = useTexts()
  const { state } = publishing
  if (state === 'idle') return null
  const words = { checking: welcome.checking, served: welcome.served, failed: welcome.notServed, kept: welcome.kept }
  return (
    <p className={`welcome-published ${state}`} role="status">
      {words[state]}{' '}
      {state === 'failed' || state === 'kept' ? <Link to="/knowledge/draft">{welcome.toDraft}</Link> : null}
    </p>
  )
}
