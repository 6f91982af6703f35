import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { isRecord } from './field.ts'
import type { EditorProps } from './field-editor.tsx'
import { LocalizedField } from './localized-field.tsx'

const NAME = /^[a-z][a-z0-9_]*$/

/** Facts under names that answers use. */
export function FactsField({ id, value, onChange }: EditorProps) {
  const { shopFile } = useTexts()
  const facts = isRecord(value) ? value : {}
  const [name, setName] = useState('')
  const free = NAME.test(name) && !(name in facts)
  const add = () => {
    onChange({ ...facts, [name]: '' })
    setName('')
  }
  return (
    <div className="facts">
      {Object.entries(facts).map(([key, text]) => (
        <div key={key} className="fact">
          <code>{`{{ shop.${key} }}`}</code>
          <LocalizedField
            field={{ label: { zh: key, en: key } }}
            id={`${id}-${key}`}
            value={text}
            onChange={(next) => onChange({ ...facts, [key]: next ?? '' })}
          />
          <Button
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={shopFile.removeNamed(key)}
            onClick={() => onChange(Object.fromEntries(Object.entries(facts).filter(([one]) => one !== key)))}
          />
        </div>
      ))}
      <div className="fact-new">
        <Input
          value={name}
          aria-label={shopFile.factName}
          placeholder={shopFile.factName}
          onChange={({ target }) => setName(target.value)}
        />
        <Button icon={<PlusOutlined />} disabled={!free} onClick={add}>
          {shopFile.addFact}
        </Button>
      </div>
    </div>
  )
}
