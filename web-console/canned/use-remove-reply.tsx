import { App, Button } from 'antd'
import type { CannedReplyView } from '../../src/protocol/composing.ts'
import { request } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useTexts } from '../texts/use-texts.ts'
import { toBody, withKey } from './reply-draft.ts'
import type { CannedReplies } from './use-canned-replies.ts'

/** Long enough to see that it was the wrong one. */
const UNDO_SECONDS = 8

/** Throws a canned reply away at once, and takes it back for a while after. */
export function useRemoveReply({ reload }: Pick<CannedReplies, 'reload'>): (reply: CannedReplyView) => Promise<void> {
  const texts = useTexts()
  const { canned } = texts
  const { message } = App.useApp()

  async function restore(reply: CannedReplyView): Promise<void> {
    message.destroy(reply.id)
    try {
      await request('POST', '/api/v1/canned-replies', toBody(reply, reply.messages.map(withKey)))
      void message.success(canned.restored)
      reload()
    } catch (thrown) {
      void message.error(thrownText(texts, thrown))
    }
  }

  return async (reply) => {
    try {
      await request('DELETE', `/api/v1/canned-replies/${encodeURIComponent(reply.id)}`)
    } catch (thrown) {
      void message.error(thrownText(texts, thrown))
      return
    }
    reload()
    void message.open({
      key: reply.id,
      type: 'success',
      duration: UNDO_SECONDS,
      content: (
        <>
          {canned.deleted(reply.title)}
          <Button type="link" size="small" onClick={() => void restore(reply)}>
            {canned.undo}
          </Button>
        </>
      ),
    })
  }
}
