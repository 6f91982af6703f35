import { type MessageBody, wordsOf, wordsOnCards } from '../message.ts'

/** All that a message can be found by: its words, and what stands on its cards. */
export function searchableText(body: MessageBody): string {
  const words = wordsOf(body)
  const cards = body.kind === 'text' && body.text ? wordsOnCards(body) : ''
  return cards ? `${words} · ${cards}` : words
}
