import { useTexts } from '../texts/use-texts.ts'

interface ChoiceCardsProps<T extends string> {
  readonly title: string
  readonly value: T
  readonly choices: readonly { readonly value: T; readonly title: string; readonly text: string }[]
  readonly busy: boolean
  /** Chosen, but without effect for the moment. */
  readonly quiet?: boolean
  readonly onChoose: (value: T) => void
}

/** A few exclusive choices, each with what it means. */
export function ChoiceCards<T extends string>(props: ChoiceCardsProps<T>) {
  const { title, value, choices, busy, quiet = false, onChoose } = props
  const { reception } = useTexts()
  return (
    <fieldset className={quiet ? 'choices quiet' : 'choices'} disabled={busy}>
      <legend>{title}</legend>
      <div className="choice-row">
        {choices.map((choice) => (
          <label key={choice.value} className={choice.value === value ? 'choice chosen' : 'choice'}>
            <input type="radio" name={title} checked={choice.value === value} onChange={() => onChoose(choice.value)} />
            <span>
              <b>
                {choice.title}
                {choice.value === value && !quiet ? <i className="chip good">{reception.inForce}</i> : null}
              </b>
              <small>{choice.text}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
