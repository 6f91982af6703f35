import type { Deps } from '../actions/deps.ts'
import type { InspectedDraft } from '../actions/knowledge/inspect-draft.ts'
import { type KnowledgeDraft, seenOf } from '../actions/knowledge/read-draft.ts'
import { AppError } from '../domain/errors.ts'
import type { Problem } from '../domain/knowledge.ts'
import type { FileDetail, FileView, KnowledgeDraftView } from '../protocol/editing.ts'
import { toProblemView } from '../protocol/editing-views.ts'

type ViewDeps = Pick<Deps, 'editing' | 'live'>

export function toDraftView({ editing, live }: ViewDeps, inspected: InspectedDraft): KnowledgeDraftView {
  const { draft, problems, warnings } = inspected
  const paths = [...new Set([...Object.keys(draft.liveFiles), ...draft.laid.keys()])].toSorted()
  const files = paths.map((path) => toFileView(editing.scribe.kindOf, inspected, path))
  const [last] = draft.changes.toSorted((a, b) => b.at - a.at)
  return {
    files,
    version: live.current().knowledge.version,
    print: draft.print,
    changed: files.filter(({ state }) => state !== 'same').length,
    ...(last && { by: { ...last.by }, at: last.at }),
    problems: problems.map(toProblemView),
    warnings: warnings.map(toProblemView),
  }
}

export function toFileDetail({ editing }: ViewDeps, inspected: InspectedDraft, path: string): FileDetail {
  const { draft, problems, warnings } = inspected
  const seen = seenOf(draft, path)
  if (seen === undefined) throw new AppError('knowledge_file_not_found')
  const live = draft.liveFiles[path]
  return {
    ...toFileView(editing.scribe.kindOf, inspected, path),
    text: draft.files[path] ?? live ?? draft.laid.get(path)?.kept.base ?? '',
    ...(live !== undefined && { live }),
    seen,
    merged: draft.laid.get(path)?.merged === true,
    faults: listOf(problems, path).map(toProblemView),
    hints: listOf(warnings, path).map(toProblemView),
  }
}

function toFileView(kindOf: (path: string) => string | undefined, inspected: InspectedDraft, path: string): FileView {
  const { draft, problems, warnings } = inspected
  const kind = kindOf(path)
  return {
    path,
    ...(kind !== undefined && { kind }),
    state: stateOf(draft, path),
    conflict: draft.laid.get(path)?.conflict === true,
    problems: listOf(problems, path).length,
    warnings: listOf(warnings, path).length,
  }
}

function stateOf({ files, liveFiles }: KnowledgeDraft, path: string): FileView['state'] {
  const [live, text] = [liveFiles[path], files[path]]
  if (live === text) return 'same'
  if (live === undefined) return 'added'
  return text === undefined ? 'removed' : 'changed'
}

function listOf(problems: readonly Problem[], path: string): readonly Problem[] {
  return problems.filter(({ place }) => place.startsWith(`${path}:`))
}
