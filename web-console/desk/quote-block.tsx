import type { QuoteView } from '../../src/protocol/common.ts'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import { authorName } from './author-name.ts'
import { useThreadScope } from './thread-scope.ts'

interface QuoteBlockProps {
  readonly quote: QuoteView
  readonly customer: DeskConversation['customer']
}

/** The words of a quote; a picture has none, and what was taken back neither. */
export function quoteText({ kind, text }: Pick<QuoteView, 'kind' | 'text'>, texts: Texts): string {
  if (kind === 'recalled') return texts.quote.recalled
  return text || texts.quote.image
}

/** What a message answers; pressed, it leads there. */
export function QuoteBlock({ quote, customer }: QuoteBlockProps) {
  const texts = useTexts()
  const scope = useThreadScope()
  const words = (
    <>
      <b>{authorName(quote.author, customer, texts)}</b>
      <span>{quoteText(quote, texts)}</span>
    </>
  )
  if (!scope) return <p className="quoted">{words}</p>

  return (
    <button type="button" className="quoted" title={texts.quote.jump} onClick={() => scope.jump(quote.seq)}>
      {words}
    </button>
  )
}
