import type { Refusal } from '../../core/wire.ts'

const LONGEST_SIDE = 1600
const QUALITY = 0.85
const UPLOAD_TIMEOUT_MS = 90_000

/** Makes any picture the browser can open a JPEG of at most 1600 px, small enough for a phone's uplink. */
export async function shrinkPicture(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  // JPEG has no transparency; without this, clear parts turn black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return canvas.toDataURL('image/jpeg', QUALITY)
}

// Not `fetch(dataUrl)`: a strict `connect-src` of the shop's page forbids it.
export function toBlob(dataUrl: string): Blob {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (char) => char.charCodeAt(0))
  return new Blob([bytes], { type: 'image/jpeg' })
}

interface Kept {
  readonly url: string
  readonly name?: string
  readonly size?: number
  readonly mime?: string
}
type Uploaded = ({ readonly ok: true } & Kept) | Refusal

async function toRefusal(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => ({}))) as { code?: string; message?: string; retryAfter?: number }
  const seconds = body.retryAfter ?? Number(response.headers.get('retry-after') ?? Number.NaN)
  const fallback = { 413: 'upload_refused', 415: 'upload_refused', 429: 'too_many' }[response.status] ?? 'unavailable'
  const wait = Number.isFinite(seconds) ? { retryAfter: seconds } : {}
  return { ok: false, code: body.code ?? fallback, message: body.message ?? '', ...wait }
}

/** Stores a picture or a file on the server. A failed network is a refusal that may be tried again. */
export async function upload(server: string, visitorToken: string, blob: Blob, name: string): Promise<Uploaded> {
  const form = new FormData()
  form.append('file', blob, name)
  try {
    const response = await fetch(`${server}/api/v1/uploads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${visitorToken}` },
      credentials: 'omit',
      body: form,
      signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
    })
    if (!response.ok) return toRefusal(response)
    return { ok: true, ...((await response.json()) as Kept) }
  } catch {
    return { ok: false, code: 'unavailable', message: '' }
  }
}
