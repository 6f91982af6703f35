import { checkWords } from '../../actions/composing/check-words.ts'
import { setDraft } from '../../actions/composing/drafts.ts'
import { toWordHitView } from '../../protocol/composing.ts'
import { type Asking, type ConsoleHandlers, done } from './asking.ts'

type Composing = Pick<ConsoleHandlers, 'draft:set' | 'words:check'>

/** What is still being written. */
export function composingHandlers({ world: { deps }, me, here }: Asking): Composing {
  return {
    'draft:set': (input) => done(setDraft(deps, me(), { ...input, from: here })),
    'words:check': async ({ text }) => ({ hits: checkWords(deps, text).map(toWordHitView) }),
  }
}
