/** The Han block that the tables cover: Extension A up to the end of the unified ideographs. */
export const FIRST_HAN = 0x3400
export const LAST_HAN = 0x9fff
export const HAN_COUNT = LAST_HAN - FIRST_HAN + 1

/** The same relative depth holds for `src/understanding/tables/` and `dist/understanding/tables/`. */
export const HAN_TABLES_URL = new URL('../../../dist/tables/han.bin', import.meta.url)
