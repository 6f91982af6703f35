import { useEffect, useRef } from 'preact/hooks'
import { useChat } from './chat-context.ts'
import { Icon } from './icon.tsx'

/** A picture on the whole screen. The native dialog keeps the focus in, closes on Esc and gives the focus back. */
export function Zoom({ url, onClose }: { url: string; onClose: () => void }) {
  const { texts } = useChat()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => dialog.current?.close()
  return (
    <dialog
      ref={dialog}
      class="zoom"
      aria-label={texts.image}
      onClose={onClose}
      onClick={close}
      // The Esc that closes the picture must not close the chat behind it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <img src={url} alt={texts.image} />
      <button type="button" class="zoom-close" aria-label={texts.closeImage} onClick={close}>
        <Icon name="cross" />
      </button>
    </dialog>
  )
}
