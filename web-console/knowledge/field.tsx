import { type ReactNode, useId } from 'react'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly fault?: string | undefined
  /** The control, which takes this id. */
  readonly children: (id: string) => ReactNode
}

/** A control with its name above and a word of help below. */
export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {fault ? (
        <small className="fault" role="alert">
          {fault}
        </small>
      ) : null}
      {hint && !fault ? <small>{hint}</small> : null}
    </div>
  )
}
