import { Dropdown } from 'antd'
import { useRef, useState } from 'react'
import type { VariableView } from '../../src/protocol/composing.ts'
import { useTexts } from '../texts/use-texts.ts'
import { nameVariable } from './canned-words.ts'

interface Template {
  readonly zh?: string | undefined
  readonly en?: string | undefined
}

interface TemplateFieldProps {
  readonly text: Template
  readonly variables: readonly VariableView[]
  readonly onChange: (text: Template) => void
}

/** Those that are wanted most stand open; the others are one press away. */
const OPEN = 6
const LONGEST = 2000

/** A text in both languages, into which variables are put by pressing them. */
export function TemplateField({ text, variables, onChange }: TemplateFieldProps) {
  const texts = useTexts()
  const { canned } = texts
  const boxes = { zh: useRef<HTMLTextAreaElement>(null), en: useRef<HTMLTextAreaElement>(null) }
  const [last, setLast] = useState<'zh' | 'en'>(texts.locale === 'en' && !text.zh ? 'en' : 'zh')

  function insert(variable: string): void {
    const box = boxes[last].current
    const value = text[last] ?? ''
    const from = box?.selectionStart ?? value.length
    const until = box?.selectionEnd ?? value.length
    const words = `{{ ${variable} }}`
    onChange({ ...text, [last]: value.slice(0, from) + words + value.slice(until) })
    setTimeout(() => {
      box?.focus()
      box?.setSelectionRange(from + words.length, from + words.length)
    })
  }

  const more = variables
    .slice(OPEN)
    .map(({ name, value }) => ({ key: name, label: <VariableLabel name={name} value={value} /> }))
  return (
    <div className="template">
      {(['zh', 'en'] as const).map((locale) => (
        <label key={locale}>
          <span>{canned[locale]}</span>
          <textarea
            ref={boxes[locale]}
            lang={locale}
            rows={2}
            maxLength={LONGEST}
            value={text[locale] ?? ''}
            onFocus={() => setLast(locale)}
            onChange={(event) => onChange({ ...text, [locale]: event.target.value })}
          />
        </label>
      ))}
      <p className="template-variables" title={canned.variables}>
        {variables.slice(0, OPEN).map(({ name }) => (
          <button key={name} type="button" title={`{{ ${name} }}`} onClick={() => insert(name)}>
            {nameVariable(name, texts)}
          </button>
        ))}
        {more.length > 0 ? (
          <Dropdown
            menu={{ items: more, onClick: ({ key }) => insert(key), className: 'variable-menu' }}
            trigger={['click']}
          >
            <button type="button">{canned.variablesMore}…</button>
          </Dropdown>
        ) : null}
      </p>
    </div>
  )
}

/** A fact of the shop's own is known by what it says. */
function VariableLabel({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  const texts = useTexts()
  return (
    <>
      {nameVariable(name, texts)}
      {value === undefined ? null : <small className="variable-value">{value}</small>}
    </>
  )
}
