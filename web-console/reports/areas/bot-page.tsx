import { AreaPage } from '../area-page.tsx'
import { IntentRanking } from './intent-ranking.tsx'
import { SessionEndings } from './session-endings.tsx'
import { TransferReasons } from './transfer-reasons.tsx'

/** 机器人: what 小二 does on its own. */
export function BotPage() {
  return (
    <AreaPage area="bot">
      <SessionEndings />
      <TransferReasons />
      <IntentRanking />
    </AreaPage>
  )
}
