import { Component, type ReactNode } from 'react'
import { textsNow } from '../texts/use-texts.ts'
import { FullPage } from './waiting.tsx'

/** A part that was deployed away looks like a failed import; only a reload mends it. */
function isOutdated(error: Error): boolean {
  return /dynamically imported module|module script|preload/i.test(error.message)
}

/** Shows a way on instead of an empty page. React has no other form for this than a class. */
export class Crash extends Component<{ readonly children: ReactNode }, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children

    const texts = textsNow()
    const title = isOutdated(error) ? texts.newVersion : texts.crashed
    return <FullPage title={title} action={texts.reload} onAction={() => window.location.reload()} />
  }
}
