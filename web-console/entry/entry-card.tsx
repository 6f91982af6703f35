import { type ReactNode, useEffect } from 'react'
import { setLocale, useLocale, useTexts } from '../texts/use-texts.ts'
import { Mark } from './mark.tsx'

interface EntryCardProps {
  readonly title: string
  readonly intro?: ReactNode
  readonly children: ReactNode
  readonly foot?: ReactNode
}

/** The frame of the pages before the desk. They use no antd, so that they are there at once. */
export function EntryCard({ title, intro, children, foot }: EntryCardProps) {
  const locale = useLocale()
  const texts = useTexts()
  useEffect(() => {
    document.title = `${title} · ${texts.app}`
  }, [title, texts])

  return (
    <main className="entry">
      <section className="entry-card">
        <header className="entry-head">
          <Mark size={44} />
          <div>
            <h1>{title}</h1>
            {intro ? <p className="entry-intro">{intro}</p> : null}
          </div>
        </header>
        {children}
        {foot ? <p className="entry-foot">{foot}</p> : null}
      </section>
      <button type="button" className="entry-locale" onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}>
        {locale === 'zh' ? 'English' : '中文'}
      </button>
    </main>
  )
}
