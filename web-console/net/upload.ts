import type { ErrorBody, Uploaded } from '../../src/protocol/http.ts'
import { currentCsrf } from './http.ts'
import { Refusal } from './refusal.ts'

// A file of 10 MB over a phone's uplink takes its time.
const UPLOAD_TIMEOUT = 120_000

/** Sends one picture or file; `onProgress` hears from 0 to 1. `fetch` cannot tell how far it has come. */
export function uploadFile(
  file: File,
  options: { readonly onProgress?: (share: number) => void; readonly signal?: AbortSignal } = {},
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const form = new FormData()
    form.set('file', file, file.name)
    const call = new XMLHttpRequest()
    call.open('POST', '/api/v1/uploads')
    call.setRequestHeader('x-xiaoer-csrf', currentCsrf())
    call.responseType = 'json'
    call.timeout = UPLOAD_TIMEOUT
    call.upload.onprogress = ({ loaded, total }) => options.onProgress?.(total > 0 ? loaded / total : 0)
    call.onload = () => {
      if (call.status < 400) resolve(call.response as Uploaded)
      else reject(toRefusal(call))
    }
    call.onerror = () => reject(new Refusal('offline', 'The server cannot be reached.', 0))
    call.ontimeout = () => reject(new Refusal('timeout', 'The server did not answer.', 0))
    options.signal?.addEventListener('abort', () => call.abort())
    call.send(form)
  })
}

function toRefusal({ response, status, statusText }: XMLHttpRequest): Refusal {
  const body = response as Partial<ErrorBody> | null
  return new Refusal(body?.code ?? 'internal', body?.message ?? statusText, status)
}
