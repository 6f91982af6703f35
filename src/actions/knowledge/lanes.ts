/** What changes the draft, one after the other. */
export const DRAFT_LANE = 'knowledge:draft'
/** What changes the folder, one after the other, over all nodes. */
export const PUBLISH_LANE = 'knowledge:publish'
