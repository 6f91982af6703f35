/** The page of a file, at a line. */
export function toFilePath(file: string, line?: number): string {
  const path = file.split('/').map(encodeURIComponent).join('/')
  return `/knowledge/files/${path}${line === undefined ? '' : `?line=${line}`}`
}

export function toIntentPath(id: string): string {
  return `/knowledge/intents/${encodeURIComponent(id)}`
}

export function draftIntent(id: string): string {
  return `/api/v1/knowledge/draft/intents/${encodeURIComponent(id)}`
}

export function draftFile(path: string): string {
  return `/api/v1/knowledge/draft/files?path=${encodeURIComponent(path)}`
}
