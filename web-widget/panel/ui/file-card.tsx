import { toSafeUrl } from '../../core/rich-text.ts'
import { toSize } from '../../core/size.ts'
import { useChat } from './chat-context.ts'
import { Icon } from './icon.tsx'

/** A file to be saved; without an address it is still on its way. */
export function FileCard({ name, size, url }: { name: string; size?: number; url?: string }) {
  const { server } = useChat()
  const href = url && toSafeUrl(url, server)
  return (
    <a class="card file" {...(href && { href })} target="_blank" rel="noopener" download={name}>
      <Icon name="file" />
      <span class="card-words">
        <span class="card-title">{name}</span>
        {size !== undefined && <small>{toSize(size)}</small>}
      </span>
    </a>
  )
}
