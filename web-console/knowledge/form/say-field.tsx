import { PlusOutlined } from '@ant-design/icons'
import { Mentions, Select } from 'antd'
import { useState } from 'react'
import type { AnswerForm } from '../../../src/protocol/editing.ts'
import type { FactChoice } from '../../../src/protocol/editing-words.ts'
import { useWords } from '../use-words.ts'

type Say = AnswerForm['say']

interface SayFieldProps {
  readonly say: Say
  readonly facts: readonly FactChoice[]
  readonly onChange: (say: Say) => void
}

const LONGEST = 5000

/** The words in both languages; `{{` offers the facts that may stand in them. */
export function SayField({ say, facts, onChange }: SayFieldProps) {
  const { form: words } = useWords()
  const [last, setLast] = useState<'zh' | 'en'>(say.zh === undefined && say.en !== undefined ? 'en' : 'zh')
  const options = facts.map(({ name, label }) => ({
    value: ` ${name} }}`,
    key: `${name} ${label}`,
    label: (
      <span className="fact-option">
        <code>{name}</code> <small>{label}</small>
      </span>
    ),
  }))

  function put(locale: 'zh' | 'en', text: string): void {
    const { [locale]: _, ...other } = say
    onChange(text === '' ? other : { ...say, [locale]: text.slice(0, LONGEST) })
  }

  return (
    <div className="say">
      <div className="two">
        {(['zh', 'en'] as const).map((locale) => (
          <div key={locale} className="field">
            <span className="field-name">{words.say[locale]}</span>
            <Mentions
              lang={locale}
              aria-label={words.say[locale]}
              prefix="{{"
              split=""
              value={say[locale] ?? ''}
              rows={3}
              options={options}
              filterOption={(typed, option) =>
                `${option.value} ${option.key}`.toLowerCase().includes(typed.trim().toLowerCase())
              }
              validateSearch={(typed) => /^\s*[\w.]*$/.test(typed)}
              onFocus={() => setLast(locale)}
              onChange={(text) => put(locale, text)}
            />
          </div>
        ))}
      </div>
      <Insert facts={facts} onPick={(name) => put(last, `${say[last] ?? ''}{{ ${name} }}`)} />
    </div>
  )
}

/** For whoever does not know that `{{` does it. */
function Insert({ facts, onPick }: { readonly facts: readonly FactChoice[]; readonly onPick: (name: string) => void }) {
  const { form: words } = useWords()
  return (
    <Select
      className="insert-fact"
      size="small"
      value={null}
      aria-label={words.insertFact}
      placeholder={
        <>
          <PlusOutlined aria-hidden="true" /> {words.insertFact}
        </>
      }
      popupMatchSelectWidth={320}
      options={facts.map(({ name, label }) => ({ value: name, label: `${label} ${name}`, title: name }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(name: string | null) => {
        if (name !== null) onPick(name)
      }}
    />
  )
}
