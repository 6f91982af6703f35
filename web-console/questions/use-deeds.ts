import { App } from 'antd'
import type {
  ClusterDetail,
  ClusterView,
  LessonDraft,
  QuestionsSettled,
  QuestionView,
} from '../../src/protocol/questions.ts'
import { request } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { type ClusterChoice, toQuery } from './cluster-path.ts'

/** What was chosen of a group. */
export interface Picked {
  readonly cluster: ClusterView
  readonly questions: readonly QuestionView[]
}

export interface Deeds {
  /** A group with all its questions, as a card knows only some. */
  pick(cluster: ClusterView, choice: ClusterChoice): Promise<Picked | undefined>
  settle(picked: Picked, lesson: LessonDraft): Promise<QuestionsSettled | undefined>
  reopen(ids: readonly string[]): Promise<void>
  /** Asks whether it is meant, then settles. */
  putOutOfScope(picked: Picked): void
  ignore(picked: Picked): Promise<QuestionsSettled | undefined>
}

/** Different wordings, as examples. */
export function toExamples(questions: readonly QuestionView[]): string[] {
  return [...new Set(questions.map(({ text }) => text))].slice(0, 100)
}

/** What people do with questions; whatever was refused is told, and `onDone` hears of what was done. */
export function useDeeds(onDone: () => void): Deeds {
  const texts = useTexts()
  const say = useSay()
  const { modal } = App.useApp()
  const words = texts.questions

  async function ask<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
      return undefined
    }
  }
  const settle: Deeds['settle'] = async ({ questions }, lesson) => {
    const ids = questions.map(({ id }) => id)
    const settled = await ask(() =>
      request<QuestionsSettled>('POST', '/api/v1/questions/settle', { questions: ids, lesson }),
    )
    if (settled) onDone()
    return settled
  }
  return {
    pick: async (cluster, choice) => {
      const path = `/api/v1/questions/clusters/${encodeURIComponent(cluster.id)}?${toQuery(choice)}`
      const detail = await ask(() => request<ClusterDetail>('GET', path))
      return detail && { cluster: detail.cluster, questions: detail.questions }
    },
    settle,
    reopen: async (questions) => {
      const done = await ask(() =>
        request<{ reopened: number }>('POST', '/api/v1/questions/reopen', { questions: [...questions] }),
      )
      if (!done) return
      say.success(words.reopened(done.reopened))
      onDone()
    },
    putOutOfScope: (picked) => {
      modal.confirm({
        title: words.confirmOut(picked.questions.length),
        content: words.confirmOutHint,
        okText: words.outOfScope,
        onOk: async () => {
          const done = await settle(picked, { kind: 'out_of_scope', examples: toExamples(picked.questions) })
          if (done) say.success(words.settled(done.settled))
        },
      })
    },
    ignore: (picked) => settle(picked, { kind: 'ignore' }),
  }
}
