import { CloseOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { TextBox } from '../text-box.tsx'
import { useWords } from '../use-words.ts'
import { pasteMany } from './paste-many.ts'

interface ExamplesFieldProps {
  readonly title: string
  readonly hint: string
  readonly said: readonly string[]
  readonly onChange: (said: readonly string[]) => void
}

/** With fewer one sees at a glance what is there. */
const SEARCH_FROM = 12

/** Utterances, one a chip: many are pasted at once, each is taken out by itself. */
export function ExamplesField({ title, hint, said, onChange }: ExamplesFieldProps) {
  const { form: words } = useWords()
  const [wanted, setWanted] = useState('')
  const shown = said.filter((one) => one.toLowerCase().includes(wanted.trim().toLowerCase()))
  return (
    <section className="intent-block" aria-label={title}>
      <h2>
        {title} <span className="count">{said.length}</span>
      </h2>
      <p className="hint">{hint}</p>
      <Paste title={title} said={said} onChange={onChange} />
      {said.length >= SEARCH_FROM ? (
        <Input
          className="examples-search"
          prefix={<SearchOutlined aria-hidden="true" />}
          placeholder={words.searchWithin}
          aria-label={`${title}: ${words.searchWithin}`}
          value={wanted}
          allowClear
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      <ul className="utterances editable">
        {shown.map((one) => (
          <li key={one}>
            {one}
            <button
              type="button"
              aria-label={words.takeOut(one)}
              title={words.takeOut(one)}
              onClick={() => onChange(said.filter((other) => other !== one))}
            >
              <CloseOutlined aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {said.length > 0 && shown.length === 0 ? <p className="none">{words.noneWithin}</p> : null}
    </section>
  )
}

/** One line, one utterance; Ctrl+Enter puts them in. */
function Paste({ title, said, onChange }: Pick<ExamplesFieldProps, 'title' | 'said' | 'onChange'>) {
  const { form: words } = useWords()
  const [text, setText] = useState('')
  const [told, setTold] = useState('')
  const { added, known } = pasteMany(text, said)

  function put(): void {
    if (added.length + known === 0) return
    onChange([...said, ...added])
    setTold(words.pasted(added.length, known))
    setText('')
  }

  return (
    <div className="paste">
      <TextBox
        value={text}
        placeholder={words.pastePlaceholder}
        aria-label={`${title}: ${words.pastePlaceholder}`}
        rows={1}
        onChange={(next) => {
          setText(next)
          setTold('')
        }}
        onKeyDown={(event) => {
          const single = !text.includes('\n') && !event.shiftKey
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(single || event.ctrlKey || event.metaKey))
            return
          event.preventDefault()
          put()
        }}
      />
      <Button disabled={added.length + known === 0} onClick={put}>
        {added.length > 1 ? words.addMany(added.length) : words.add}
      </Button>
      <small role="status">{told || (text === '' ? '' : words.willAdd(added.length, known))}</small>
    </div>
  )
}
