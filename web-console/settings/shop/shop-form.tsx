import { Button } from 'antd'
import { useState } from 'react'
import type { ShopFilePatch, ShopFileView } from '../../../src/protocol/shop-file.ts'
import { request } from '../../net/http.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useAttempt } from '../use-attempt.ts'
import { editsFor, isRecord, type ShopPart, type Values, valueAt } from './field.ts'
import { Fields } from './records-field.tsx'

interface ShopFormProps {
  readonly part: ShopPart
  readonly file: ShopFileView
  readonly onSaved: (file: ShopFileView) => void
}

/** One part of shop.yaml; what is saved goes into the draft of the knowledge. */
export function ShopForm({ part, file, onSaved }: ShopFormProps) {
  const { save, shopFile } = useTexts()
  const data: unknown = JSON.parse(file.json)
  const before = valueAt(data, part.path)
  const [values, setValues] = useState<Values>(isRecord(before) ? before : {})
  const { attempt, busy } = useAttempt()
  const edits = editsFor(part, data, values)

  const submit = () =>
    attempt(async () => {
      const patch: ShopFilePatch = { edits, ...(file.seen !== undefined && { seen: file.seen }) }
      onSaved(await request<ShopFileView>('PATCH', '/api/v1/settings/shop', patch))
    })
  return (
    <form
      className="shop-form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Fields fields={part.fields} id={part.id} values={values} onChange={setValues} />
      <div className="shop-form-foot">
        <Button type="primary" htmlType="submit" loading={busy} disabled={edits.length === 0}>
          {save}
        </Button>
        {edits.length > 0 ? <small>{shopFile.unsaved(edits.length)}</small> : null}
      </div>
    </form>
  )
}
