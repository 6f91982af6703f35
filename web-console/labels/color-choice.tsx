import { useId } from 'react'
import type { LabelColorName } from '../../src/protocol/labels.ts'
import { useTexts } from '../texts/use-texts.ts'

const COLORS: readonly LabelColorName[] = ['gray', 'red', 'orange', 'gold', 'green', 'cyan', 'blue', 'purple']

interface ColorChoiceProps {
  readonly value: LabelColorName
  readonly onChange: (color: LabelColorName) => void
}

/** One of the palette. */
export function ColorChoice({ value, onChange }: ColorChoiceProps) {
  const { labels } = useTexts()
  const name = useId()
  return (
    <div className="label-colors" role="radiogroup" aria-label={labels.color}>
      {COLORS.map((color) => (
        <label key={color} className="label-color" title={labels.colors[color]}>
          <input
            type="radio"
            className="sr-only"
            name={name}
            checked={color === value}
            aria-label={labels.colors[color]}
            onChange={() => onChange(color)}
          />
          <i className={`label-${color}`} aria-hidden="true" />
        </label>
      ))}
    </div>
  )
}
