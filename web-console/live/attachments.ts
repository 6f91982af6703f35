import type { Uploaded } from '../../src/protocol/http.ts'
import { Refusal } from '../net/refusal.ts'

const MEGABYTE = 1024 * 1024
/** What the server takes; asking it first would cost the whole upload. */
const MOST = { image: 5 * MEGABYTE, file: 10 * MEGABYTE } as const

/** A picture or file that goes with the next message. */
export interface Attachment {
  readonly id: string
  readonly file: File
  readonly kind: 'image' | 'file'
  /** The picture itself, for a look at it. */
  readonly preview?: string
  /** From 0 to 1. */
  readonly progress: number
  readonly sent?: Uploaded
  /** Why it could not be uploaded: a code of the server's, or that it is too large. */
  readonly failed?: string
}

/** What is attached to each conversation and not sent; it stays while one looks at another conversation. */
export interface Attachments {
  get(conversationId: string): readonly Attachment[]
  add(conversationId: string, files: readonly File[]): void
  retry(conversationId: string, id: string): void
  remove(conversationId: string, id: string): void
  /** Hands out what is uploaded and forgets it. */
  take(conversationId: string): readonly Attachment[]
  subscribe(listener: () => void): () => void
}

const NONE: readonly Attachment[] = []

export type UploadFile = (
  file: File,
  options: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
) => Promise<Uploaded>

export function createAttachments(upload: UploadFile): Attachments {
  const listeners = new Set<() => void>()
  const running = new Map<string, AbortController>()
  const kept = new Map<string, readonly Attachment[]>()
  const get = (conversationId: string) => kept.get(conversationId) ?? NONE
  const set = (conversationId: string, attachments: readonly Attachment[]) => {
    kept.set(conversationId, attachments)
    for (const listener of listeners) listener()
  }
  const change = (conversationId: string, id: string, next: (one: Attachment) => Attachment) =>
    set(
      conversationId,
      get(conversationId).map((one) => (one.id === id ? next(one) : one)),
    )

  async function start(conversationId: string, { id, file, kind }: Attachment): Promise<void> {
    if (file.size > MOST[kind]) {
      change(conversationId, id, (one) => ({ ...one, failed: `${kind}_too_large` }))
      return
    }
    const stop = new AbortController()
    running.set(id, stop)
    const onProgress = (progress: number) => change(conversationId, id, (one) => ({ ...one, progress }))
    try {
      const sent = await upload(file, { onProgress, signal: stop.signal })
      change(conversationId, id, (one) => ({ ...one, progress: 1, sent }))
    } catch (thrown) {
      const failed = thrown instanceof Refusal ? thrown.code : 'internal'
      change(conversationId, id, (one) => ({ ...one, failed }))
    } finally {
      running.delete(id)
    }
  }

  return {
    get,
    add(conversationId, files) {
      const added = files.map(toAttachment)
      set(conversationId, [...get(conversationId), ...added])
      for (const one of added) void start(conversationId, one)
    },
    retry(conversationId, id) {
      change(conversationId, id, ({ failed: _, ...one }) => ({ ...one, progress: 0 }))
      const one = get(conversationId).find((known) => known.id === id)
      if (one) void start(conversationId, one)
    },
    remove(conversationId, id) {
      running.get(id)?.abort()
      const gone = get(conversationId).find((one) => one.id === id)
      if (gone?.preview) URL.revokeObjectURL(gone.preview)
      set(
        conversationId,
        get(conversationId).filter((one) => one.id !== id),
      )
    },
    take(conversationId) {
      const ready = get(conversationId).filter(({ sent }) => sent)
      for (const { preview } of ready) if (preview) URL.revokeObjectURL(preview)
      set(
        conversationId,
        get(conversationId).filter(({ sent }) => !sent),
      )
      return ready
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']

function toAttachment(file: File): Attachment {
  const kind = PICTURES.includes(file.type) ? 'image' : 'file'
  return {
    id: crypto.randomUUID(),
    file,
    kind,
    ...(kind === 'image' && { preview: URL.createObjectURL(file) }),
    progress: 0,
  }
}
