import type { ReactNode } from 'react'

interface BlankProps {
  readonly icon?: ReactNode
  readonly title: string
  readonly hint?: string
  readonly children?: ReactNode
}

/** What stands where there is nothing yet: what this place is for, and what to do next. */
export function Blank({ icon, title, hint, children }: BlankProps) {
  return (
    <div className="blank">
      {icon ? <span className="blank-icon">{icon}</span> : null}
      <p className="blank-title">{title}</p>
      {hint ? <p className="blank-hint">{hint}</p> : null}
      {children}
    </div>
  )
}
