import { useEffect, useState } from 'react'
import type { AnswerForm, PreviewView } from '../../../src/protocol/editing.ts'
import { request } from '../../net/http.ts'
import { useWords } from '../use-words.ts'

interface AnswerPreviewProps {
  readonly say: AnswerForm['say']
  /** Whose facts fill it; empty: plausible ones. */
  readonly product: string
}

/** Each keystroke would ask otherwise. */
const PAUSE = 400

/** The answer as a shopper may read it, with what was filled in. */
export function AnswerPreview({ say, product }: AnswerPreviewProps) {
  const { form: words } = useWords()
  const preview = usePreview(say, product)
  if (!preview) return null

  const used = Object.entries(preview.used)
  return (
    <figure className="answer-preview">
      <figcaption>{words.preview}</figcaption>
      {(['zh', 'en'] as const).map((locale) =>
        preview[locale] === undefined ? null : (
          <p key={locale} lang={locale} className="bubble-like">
            {preview[locale]}
          </p>
        ),
      )}
      {preview.unknown.length > 0 ? (
        <p className="fault" role="alert">
          {words.unknownFacts(preview.unknown)}
        </p>
      ) : null}
      {used.length > 0 ? (
        <p className="used-facts">
          {used.map(([name, value]) => (
            <span key={name}>
              <code>{name}</code> {value}
            </span>
          ))}
        </p>
      ) : null}
    </figure>
  )
}

function usePreview({ zh, en }: AnswerForm['say'], product: string): PreviewView | undefined {
  const [preview, setPreview] = useState<PreviewView>()
  const empty = !zh?.trim() && !en?.trim()
  useEffect(() => {
    if (empty) {
      setPreview(undefined)
      return
    }
    let current = true
    const say = { ...(zh && { zh }), ...(en && { en }) }
    const timer = setTimeout(() => {
      request<PreviewView>('POST', '/api/v1/knowledge/draft/preview', { say, ...(product && { product }) }).then(
        (next) => current && setPreview(next),
        // What cannot be filled in now is said by the check; the page goes on without.
        () => current && setPreview(undefined),
      )
    }, PAUSE)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [zh, en, product, empty])
  return preview
}
