import { spokenLocale } from '../../domain/localized-text.ts'
import type { Stored } from '../conversations/store-message.ts'

/** Who writes English on a Chinese page is answered in English, and the other way round. */
export function inSpokenLanguage<T extends Stored>(stored: T): T {
  const { conversation, message } = stored
  const text = message.body.kind === 'text' ? message.body.text : ''
  return {
    ...stored,
    conversation: { ...conversation, locale: spokenLocale(text, conversation.context.spoken ?? conversation.locale) },
  }
}
