import { createDraftIntent } from '../../src/actions/knowledge/create-draft-intent.ts'
import { discardDraft } from '../../src/actions/knowledge/discard-draft.ts'
import type { DRAFT_INTENT_ROUTES } from '../../src/protocol/editing.ts'
import type { GivenShop } from './given-shop.ts'
import type { Row } from './http-matrix.ts'

const nothing = () => ({})
let count = 0

function intentForm(id: string) {
  return {
    id,
    title: { zh: '新意图' },
    examples: [`${id} 是什么`],
    not: [],
    answers: [],
    autonomy: 'auto' as const,
    next: [],
    enabled: true,
  }
}

async function newIntent({ app, people }: GivenShop) {
  await discardDraft(app.deps, people.owner)
  const id = `new_intent_${++count}`
  const { seen } = await createDraftIntent(app.deps, people.owner, {
    form: intentForm(id),
    file: 'faq/new-intents.yaml',
  })
  return { id, seen }
}

/** The routes of the draft's intents. */
export const DRAFT_INTENT_MATRIX: Record<keyof typeof DRAFT_INTENT_ROUTES, Row> = {
  'GET /api/v1/knowledge/draft/intents': { least: 'supervisor', ask: nothing },
  'POST /api/v1/knowledge/draft/intents': {
    least: 'supervisor',
    ask: () => ({ body: { form: intentForm(`new_intent_${++count}`), file: 'faq/new-intents.yaml' } }),
  },
  'GET /api/v1/knowledge/draft/intents/{id}': { least: 'supervisor', ask: () => ({ put: { id: 'shipping_fee' } }) },
  'PUT /api/v1/knowledge/draft/intents/{id}': {
    least: 'supervisor',
    ask: async (shop) => {
      const { id, seen } = await newIntent(shop)
      return { put: { id }, body: { form: intentForm(id), seen } }
    },
  },
  'DELETE /api/v1/knowledge/draft/intents/{id}': {
    least: 'supervisor',
    ask: async (shop) => ({ put: { id: (await newIntent(shop)).id } }),
  },
  'POST /api/v1/knowledge/draft/preview': { least: 'supervisor', ask: () => ({ body: { say: { zh: '亲' } } }) },
  'GET /api/v1/knowledge/schemas': { least: 'supervisor', ask: nothing },
}
