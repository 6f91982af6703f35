import { AppError } from '../domain/errors.ts'
import { kindOf } from '../knowledge/schema/kinds.ts'
import type { KnowledgeScribe } from '../ports/knowledge-editing.ts'

/** Stands in until `createScribe` of the knowledge room is there. */
export function createScribe(): KnowledgeScribe {
  const refuse = () => {
    throw new AppError('knowledge_unreadable')
  }
  return {
    edit: refuse,
    read: refuse,
    merge: ({ mine, theirs }) => ({ text: `<<<<<<<\n${mine}=======\n${theirs}>>>>>>>\n`, conflicts: 1 }),
    check: async () => ({ problems: [], warnings: [] }),
    schemas: () => ({}),
    kindOf: (path) => kindOf(path),
  }
}
