import type { ReactNode } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { Mark } from './mark.tsx'

/** Shown until it is known who is here; quiet at first, so that a quick answer does not flicker. */
export function Waiting() {
  const texts = useTexts()
  return (
    <div className="full-page entry-waiting" role="status">
      <Mark />
      <p>{texts.loading}</p>
    </div>
  )
}

interface FullPageProps {
  readonly title: string
  readonly children?: ReactNode
  readonly action: string
  readonly onAction: () => void
}

export function FullPage({ title, children, action, onAction }: FullPageProps) {
  return (
    <main className="full-page">
      <Mark />
      <h1>{title}</h1>
      {children}
      <button type="button" className="entry-button" onClick={onAction}>
        {action}
      </button>
    </main>
  )
}
