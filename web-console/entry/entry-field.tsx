import { type HTMLInputAutoCompleteAttribute, useEffect, useId, useRef, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'

interface EntryFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: HTMLInputAutoCompleteAttribute
  readonly secret?: boolean
  readonly hint?: string
  readonly focused?: boolean
  readonly maxLength?: number
}

/** A labelled input; a secret one can be shown. */
export function EntryField(props: EntryFieldProps) {
  const { label, value, onChange, autoComplete, secret = false, hint, focused = false, maxLength = 200 } = props
  const texts = useTexts()
  const id = useId()
  const [shown, setShown] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])

  return (
    <div className="entry-field">
      <label htmlFor={id}>{label}</label>
      <div className="entry-input">
        <input
          id={id}
          type={secret && !shown ? 'password' : 'text'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={maxLength}
          ref={input}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        {secret ? (
          <button type="button" onClick={() => setShown(!shown)} aria-pressed={shown}>
            {shown ? texts.entry.hide : texts.entry.show}
          </button>
        ) : null}
      </div>
      {hint ? (
        <p id={`${id}-hint`} className="entry-hint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
