import { z } from 'zod'
import { AUTONOMIES, CARDS, NEEDS } from '../domain/knowledge.ts'
import { VERDICTS } from '../domain/replay.ts'
import { PUBLICATION_KINDS } from '../ports/knowledge-editing.ts'

/** How the owner's knowledge is edited: what is changed collects in one draft, which is checked, published and rolled back whole. */

const InBoth = z.object({ zh: z.string(), en: z.string() })
/** A text in one language or both; an empty one is none. */
const Written = z.object({ zh: z.string().max(5000).optional(), en: z.string().max(5000).optional() })
const Path = z.string().min(1).max(200)
const Note = z.string().trim().max(500)

/** A fault and its place; `line` and `column` count from 1. */
export const ProblemView = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  cause: InBoth,
  mend: InBoth,
})
export type ProblemView = z.infer<typeof ProblemView>

export const FILE_STATES = ['same', 'changed', 'added', 'removed'] as const

export const FileView = z.object({
  path: z.string(),
  /** Absent for what the server does not read. */
  kind: z.string().optional(),
  state: z.enum(FILE_STATES),
  /** In the folder it has changed since it went into the draft, in a way that contradicts the draft. */
  conflict: z.boolean(),
  problems: z.number(),
  warnings: z.number(),
})
export type FileView = z.infer<typeof FileView>

export const KnowledgeDraftView = z.object({
  files: z.array(FileView),
  /** Of the knowledge that serves. */
  version: z.string(),
  /** Names the draft as it is now; what is checked and published is this very one. */
  print: z.string(),
  changed: z.number(),
  /** Who changed something last. */
  by: z.object({ id: z.string(), name: z.string() }).optional(),
  at: z.number().optional(),
  problems: z.array(ProblemView),
  warnings: z.array(ProblemView),
})
export type KnowledgeDraftView = z.infer<typeof KnowledgeDraftView>

export const FileDetail = FileView.extend({
  /** As the draft has it; of a removed file what it was. With both versions between `<<<<<<<` and `>>>>>>>` where there is a conflict. */
  text: z.string(),
  /** As it lies in the folder; absent where it does not. */
  live: z.string().optional(),
  /** Names the file as it was read: to be sent with what is saved over it. */
  seen: z.string(),
  /** Somebody changed it in the folder meanwhile, and both changes are in `text`. */
  merged: z.boolean(),
  faults: z.array(ProblemView),
  hints: z.array(ProblemView),
})
export type FileDetail = z.infer<typeof FileDetail>

export const FileQuery = z.object({ path: Path })
export const FileDraft = z.object({
  path: Path,
  /** Absent: the file goes. */
  text: z
    .string()
    .max(1024 * 1024)
    .optional(),
  /** `seen` of the file that was edited, absent for a new one; where it is another by now, this is refused with `knowledge_changed`. */
  seen: z.string().max(100).optional(),
})
/** Checks a text before it is saved, together with the rest of the draft. */
export const TextToCheck = z.object({ path: Path, text: z.string().max(1024 * 1024) })
export const TextChecked = z.object({ problems: z.array(ProblemView), warnings: z.array(ProblemView) })
export type TextChecked = z.infer<typeof TextChecked>

/** A row of the list of intents, as the draft has them. */
export const IntentRow = z.object({
  id: z.string(),
  title: z.string(),
  file: z.string(),
  line: z.number(),
  /** The folder: `faq`, `pre-sales`, `after-sales`. */
  category: z.string(),
  autonomy: z.enum(AUTONOMIES),
  /** Switched on. */
  enabled: z.boolean(),
  examples: z.number(),
  answers: z.number(),
  /** The draft differs from what serves. */
  changed: z.boolean(),
  warnings: z.array(ProblemView),
  /** The first answer, as written. */
  answer: z.string().optional(),
})
export type IntentRow = z.infer<typeof IntentRow>
export const IntentRows = z.object({ intents: z.array(IntentRow), categories: z.array(z.string()), print: z.string() })
export type IntentRows = z.infer<typeof IntentRows>

export const AnswerForm = z.object({
  /** Its place among the answers in the file, from 0; absent: it is new. What is not in the form stays with it. */
  was: z.number().optional(),
  say: Written,
  /** As it is written in YAML: `{ 'clock.before': '16:00' }`. */
  when: z.record(z.string(), z.unknown()).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  priority: z.number().int().optional(),
  show: z.array(z.enum(CARDS)).optional(),
  next: z.array(z.string()).optional(),
})
export type AnswerForm = z.infer<typeof AnswerForm>

/** An intent as a form; written back into its file with all that the form does not hold. */
export const IntentForm = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: Written,
  examples: z.array(z.string().trim().min(1).max(500)).max(2000),
  not: z.array(z.string().trim().min(1).max(500)).max(2000),
  answers: z.array(AnswerForm).max(50),
  autonomy: z.enum(AUTONOMIES),
  needs: z.enum(NEEDS).optional(),
  next: z.array(z.string()).max(20),
  enabled: z.boolean(),
})
export type IntentForm = z.infer<typeof IntentForm>

export const IntentEdited = z.object({
  form: IntentForm,
  file: z.string(),
  line: z.number(),
  /** `seen` of its file. */
  seen: z.string(),
  changed: z.boolean(),
  /** Of its lines. */
  problems: z.array(ProblemView),
  warnings: z.array(ProblemView),
})
export type IntentEdited = z.infer<typeof IntentEdited>
export const IntentSave = z.object({ form: IntentForm, seen: z.string().max(100) })
/** `file` may be a new one in a folder of answers. */
export const IntentNew = z.object({ form: IntentForm, file: Path })

/** Fills an answer with made-up but plausible facts, or with those of a product and an order. */
export const PreviewWish = z.object({
  say: Written,
  product: z.string().optional(),
  order: z.string().optional(),
})
export const PreviewView = z.object({
  zh: z.string().optional(),
  en: z.string().optional(),
  /** Names that no fact has. */
  unknown: z.array(z.string()),
  /** Facts that were filled in, and with what. */
  used: z.record(z.string(), z.string()),
})
export type PreviewView = z.infer<typeof PreviewView>

const OutcomeView = z.object({
  kind: z.enum(['answered', 'asked_back', 'handed_over', 'unanswered']),
  intent: z.string().optional(),
  title: z.string().optional(),
  text: z.string(),
})
export const ReplayedView = z.object({
  conversationId: z.string(),
  seq: z.number(),
  at: z.number(),
  asked: z.string(),
  helpful: z.boolean().optional(),
  live: OutcomeView,
  draft: OutcomeView,
  verdict: z.enum(VERDICTS),
})
export type ReplayedView = z.infer<typeof ReplayedView>

/** How often utterances of one intent's examples are taken for another's, each without itself. */
export const ConfusionView = z.object({ intent: z.string(), taken: z.string(), live: z.number(), draft: z.number() })

export const CheckResult = z.object({
  problems: z.array(ProblemView),
  /** Those that what serves does not have. */
  warnings: z.array(ProblemView),
  tests: z.object({ total: z.number(), failed: z.array(z.string()), newlyFailed: z.array(z.string()) }),
  confusion: z.array(ConfusionView),
  replay: z
    .object({
      conversations: z.number(),
      counts: z.record(z.enum(VERDICTS), z.number()),
      /** Worse first, then different and better; the same are left out. At most 300. */
      questions: z.array(ReplayedView),
    })
    .optional(),
  /** A test that fails now and did not, or a question that is answered worse: published only where this is confirmed. */
  regressions: z.number(),
})
export type CheckResult = z.infer<typeof CheckResult>

export const CHECK_STEPS = ['read', 'train', 'tests', 'confusion', 'replay'] as const
export const CheckView = z.object({
  state: z.enum(['none', 'running', 'done', 'failed']),
  /** Of which draft. */
  print: z.string().optional(),
  step: z.enum(CHECK_STEPS).optional(),
  done: z.number().optional(),
  total: z.number().optional(),
  error: z.string().optional(),
  result: CheckResult.optional(),
})
export type CheckView = z.infer<typeof CheckView>
export const CheckWish = z.object({ last: z.number().int().min(0).max(5000).default(500) })

export const PublishWish = z.object({
  /** What was checked. */
  print: z.string(),
  note: Note,
  /** Publish although something gets worse. */
  confirmed: z.boolean().default(false),
})

export const PublicationView = z.object({
  number: z.number(),
  version: z.string(),
  kind: z.enum(PUBLICATION_KINDS),
  at: z.number(),
  by: z.object({ id: z.string(), name: z.string() }).optional(),
  note: z.string(),
  changed: z.array(z.string()),
  /** It is the one that serves. */
  serves: z.boolean(),
})
export type PublicationView = z.infer<typeof PublicationView>
export const PublicationList = z.object({ publications: z.array(PublicationView), next: z.number().optional() })
export type PublicationList = z.infer<typeof PublicationList>

/** The files that differ, with both texts. */
export const FileChange = z.object({ path: z.string(), before: z.string().optional(), after: z.string().optional() })
export type FileChange = z.infer<typeof FileChange>
export const PublicationDetail = z.object({ publication: PublicationView, changes: z.array(FileChange) })
export type PublicationDetail = z.infer<typeof PublicationDetail>

export const PublicationQuery = z.object({ before: z.coerce.number().int().positive().optional() })

export const RollbackWish = z.object({ note: Note.default('') })

/** The draft as files, its check, and what was published. */
export const DRAFT_ROUTES = {
  'GET /api/v1/knowledge/draft': { reply: KnowledgeDraftView },
  'DELETE /api/v1/knowledge/draft': { reply: KnowledgeDraftView },
  'GET /api/v1/knowledge/draft/changes': { reply: z.object({ changes: z.array(FileChange) }) },
  'GET /api/v1/knowledge/draft/files': { query: FileQuery, reply: FileDetail },
  'PUT /api/v1/knowledge/draft/files': { body: FileDraft, reply: FileDetail },
  'DELETE /api/v1/knowledge/draft/files': { query: FileQuery, reply: KnowledgeDraftView },
  'POST /api/v1/knowledge/draft/check-text': { body: TextToCheck, reply: TextChecked },
  'GET /api/v1/knowledge/draft/check': { reply: CheckView },
  'POST /api/v1/knowledge/draft/check': { body: CheckWish, reply: CheckView },
  'DELETE /api/v1/knowledge/draft/check': { reply: CheckView },
  'POST /api/v1/knowledge/publications': { body: PublishWish, reply: PublicationView },
  'GET /api/v1/knowledge/publications': { query: PublicationQuery, reply: PublicationList },
  'GET /api/v1/knowledge/publications/{number}': { reply: PublicationDetail },
  'POST /api/v1/knowledge/publications/{number}/rollback': { body: RollbackWish, reply: PublicationView },
} as const

/** The draft as intents. */
export const DRAFT_INTENT_ROUTES = {
  'GET /api/v1/knowledge/draft/intents': { reply: IntentRows },
  'POST /api/v1/knowledge/draft/intents': { body: IntentNew, reply: IntentEdited },
  'GET /api/v1/knowledge/draft/intents/{id}': { reply: IntentEdited },
  'PUT /api/v1/knowledge/draft/intents/{id}': { body: IntentSave, reply: IntentEdited },
  'DELETE /api/v1/knowledge/draft/intents/{id}': { reply: KnowledgeDraftView },
  'POST /api/v1/knowledge/draft/preview': { body: PreviewWish, reply: PreviewView },
  'GET /api/v1/knowledge/schemas': {
    reply: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  },
} as const

export const EDITING_ROUTES = { ...DRAFT_ROUTES, ...DRAFT_INTENT_ROUTES } as const
