import { AppError } from '../../domain/errors.ts'
import type { IntentId } from '../../domain/ids.ts'
import { type Lesson, newExamples, OUT_OF_SCOPE_FILE } from '../../domain/mining/lesson.ts'
import type { KnowledgeScribe, YamlEdit } from '../../ports/knowledge-editing.ts'
import type { KnowledgeFiles } from '../../ports/nodes.ts'

/** The one file that a lesson changes. */
export interface PlannedLesson {
  readonly path: string
  /** Absent: it is new. */
  readonly before?: string
  readonly after: string
  /** Whose answer the questions are to get; absent for what is none of the shop's business. */
  readonly intent?: IntentId
  /** Those that are really new. */
  readonly examples: readonly string[]
}

/** What a lesson would write into these files; undefined for one that writes nothing. Throws `intent_not_found`. */
export function planLesson(files: KnowledgeFiles, scribe: KnowledgeScribe, lesson: Lesson): PlannedLesson | undefined {
  switch (lesson.kind) {
    case 'learn':
      return addExamples(files, scribe, lesson)
    case 'create':
      return createIntent(files, scribe, lesson)
    case 'out_of_scope':
      return addOutOfScope(files, scribe, lesson.examples)
    case 'ignore':
      return undefined
  }
}

function addExamples(
  files: KnowledgeFiles,
  scribe: KnowledgeScribe,
  { intent, examples }: Lesson & { kind: 'learn' },
): PlannedLesson {
  const place = findIntent(files, scribe, intent)
  if (!place) throw new AppError('intent_not_found')

  const { path, text, known } = place
  const added = newExamples(examples, known)
  const edits = toAdditions(['intents', { id: intent }, 'examples'], known.length, added)
  return { path, before: text, after: edits.length === 0 ? text : scribe.edit(text, edits), intent, examples: added }
}

function createIntent(
  files: KnowledgeFiles,
  scribe: KnowledgeScribe,
  lesson: Lesson & { kind: 'create' },
): PlannedLesson {
  const { title, file, answer } = lesson
  const id = freeId(files, scribe, lesson.id)
  const examples = newExamples(lesson.examples, [])
  const intent = { id, title, examples, answers: [{ say: answer }] }
  const before = files[file]
  if (before === undefined) {
    const after = scribe.edit('intents: []\n', [{ path: ['intents'], value: [intent] }])
    return { path: file, after, intent: id, examples }
  }
  const after = scribe.edit(before, [{ path: ['intents', intentsOf(scribe, before).length], value: intent }])
  return { path: file, before, after, intent: id, examples }
}

function addOutOfScope(files: KnowledgeFiles, scribe: KnowledgeScribe, examples: readonly string[]): PlannedLesson {
  const before = files[OUT_OF_SCOPE_FILE]
  const text = before ?? 'out_of_scope: []\n'
  const known = listIn(scribe.read(text), 'out_of_scope').map(String)
  const added = newExamples(examples, known)
  const edits: readonly YamlEdit[] =
    known.length === 0 ? [{ path: ['out_of_scope'], value: added }] : toAdditions(['out_of_scope'], known.length, added)
  const after = added.length === 0 ? text : scribe.edit(text, edits)
  return { path: OUT_OF_SCOPE_FILE, ...(before !== undefined && { before }), after, examples: added }
}

function toAdditions(path: YamlEdit['path'], length: number, added: readonly string[]): readonly YamlEdit[] {
  return added.map((value, at) => ({ path: [...path, length + at], value }))
}

/** The file of an intent, and the examples that it has there. */
function findIntent(files: KnowledgeFiles, scribe: KnowledgeScribe, id: IntentId) {
  for (const [path, text] of Object.entries(files)) {
    // Most files need not be read as YAML to see that it is not in them.
    if (scribe.kindOf(path) !== 'intents' || !text.includes(id)) continue
    const intent = intentsOf(scribe, text).find((one) => one['id'] === id)
    if (intent) return { path, text, known: listIn(intent, 'examples').map(String) }
  }
  return undefined
}

function freeId(files: KnowledgeFiles, scribe: KnowledgeScribe, wished: IntentId): IntentId {
  for (let number = 1; ; number++) {
    const id = number === 1 ? wished : `${wished}_${number}`
    if (!findIntent(files, scribe, id)) return id
  }
}

function intentsOf(scribe: KnowledgeScribe, text: string): readonly Readonly<Record<string, unknown>>[] {
  return listIn(scribe.read(text), 'intents').filter(
    (one): one is Readonly<Record<string, unknown>> => typeof one === 'object' && one !== null,
  )
}

function listIn(data: unknown, name: string): readonly unknown[] {
  const value =
    typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[name] : undefined
  return Array.isArray(value) ? value : []
}
