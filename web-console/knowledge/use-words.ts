import { enKnowledge } from '../texts/en-knowledge.ts'
import { useLocale } from '../texts/use-texts.ts'
import { zhKnowledge } from '../texts/zh-knowledge.ts'

export type KnowledgeWords = typeof zhKnowledge

/** The words of these pages; they come with the pages, so that the desk need not load them. */
export function useWords(): KnowledgeWords {
  return useLocale() === 'zh' ? zhKnowledge : enKnowledge
}
