import type { Message, MessageBody, Quote } from './message.ts'

/** How long a message can be taken back by whoever said it. */
export const RECALL_MILLISECONDS = 120_000

/** What a reader can hold on to: neither what the server notes nor what the people of the shop keep to themselves. A note could not be taken back: its recall would bring it to light. */
export function isSpoken(body: MessageBody): boolean {
  return body.kind !== 'event' && body.kind !== 'note'
}

const QUOTE_LENGTH = 120

/** How a message is shown above one that answers it; undefined for what a shopper must not see or what is gone. */
export function toQuote({ seq, author, body }: Message, words: string): Quote | undefined {
  if (!isSpoken(body) || body.kind === 'recalled') return undefined

  const short = [...words.replace(/\s+/g, ' ')].slice(0, QUOTE_LENGTH)
  const text = short.join('') + ([...words].length > short.length ? '…' : '')
  return {
    seq,
    author: { kind: author.kind, ...(author.kind === 'agent' && { name: author.name }) },
    kind: body.kind,
    text,
  }
}

/** What is left of a quote once the message was taken back. */
export function toRecalledQuote({ seq, author }: Message): Quote {
  return {
    seq,
    author: { kind: author.kind, ...(author.kind === 'agent' && { name: author.name }) },
    kind: 'recalled',
    text: '',
  }
}
