import { useState } from 'react'
import { uploadImage } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'

export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']
const MAX_BYTES = 5 * 1024 * 1024

export interface ImageUpload {
  readonly busy: boolean
  send(file: File): Promise<void>
}

/** Uploads a picture and puts it into the outbox as a message. */
export function useImageUpload(conversationId: string): ImageUpload {
  const desk = useDesk()
  const texts = useTexts()
  const say = useSay()
  const [busy, setBusy] = useState(false)

  async function send(file: File): Promise<void> {
    if (!IMAGE_TYPES.includes(file.type) || file.size > MAX_BYTES) {
      say.warning(texts.composer.notImage)
      return
    }
    setBusy(true)
    try {
      desk.outbox.add({ conversationId, kind: 'image', content: await uploadImage(file) })
    } catch (thrown) {
      say.error(`${texts.composer.uploadFailed}：${thrownText(texts, thrown)}`)
    } finally {
      setBusy(false)
    }
  }

  return { busy, send }
}
