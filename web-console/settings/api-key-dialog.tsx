import { Button, Checkbox, Input, Modal, Segmented } from 'antd'
import { type SubmitEvent, useId, useState } from 'react'
import { type ApiKeySecret, ApiScopeName } from '../../src/protocol/webhooks.ts'
import { request } from '../net/http.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useAttempt } from './use-attempt.ts'

const DAYS = { none: undefined, d30: 30, d90: 90, d365: 365 } as const
type Lasting = keyof typeof DAYS

interface ApiKeyDialogProps {
  readonly onClose: () => void
  readonly onMade: (made: ApiKeySecret) => void
}

export function ApiKeyDialog({ onClose, onMade }: ApiKeyDialogProps) {
  const { apiKeys } = useTexts()
  const nameId = useId()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<ApiScopeName[]>(['shop_data'])
  const [lasting, setLasting] = useState<Lasting>('d365')
  const { attempt, busy } = useAttempt()

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const days = DAYS[lasting]
    const draft = { name, scopes, ...(days !== undefined && { days }) }
    if (await attempt(async () => onMade(await request<ApiKeySecret>('POST', '/api/v1/api-keys', draft)))) onClose()
  }

  return (
    <Modal open title={apiKeys.add} onCancel={onClose} footer={null} width={480}>
      <form className="settings-form" onSubmit={(event) => void submit(event)}>
        <label htmlFor={nameId}>{apiKeys.name}</label>
        <Input
          id={nameId}
          value={name}
          maxLength={40}
          placeholder={apiKeys.namePlaceholder}
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset className="webhook-choices">
          <legend>{apiKeys.scopes}</legend>
          {ApiScopeName.options.map((scope) => (
            <Checkbox
              key={scope}
              checked={scopes.includes(scope)}
              onChange={({ target }) =>
                setScopes(ApiScopeName.options.filter((one) => (one === scope ? target.checked : scopes.includes(one))))
              }
            >
              {apiKeys.scope[scope]} <small>{apiKeys.scopeText[scope]}</small>
            </Checkbox>
          ))}
        </fieldset>
        <fieldset className="webhook-choices">
          <legend>{apiKeys.days}</legend>
          <Segmented
            value={lasting}
            options={(Object.keys(DAYS) as Lasting[]).map((value) => ({ value, label: apiKeys.lasting[value] }))}
            onChange={setLasting}
          />
        </fieldset>
        <Button
          type="primary"
          htmlType="submit"
          block
          loading={busy}
          disabled={name.trim() === '' || scopes.length === 0}
        >
          {apiKeys.create}
        </Button>
      </form>
    </Modal>
  )
}
