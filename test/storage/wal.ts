import { existsSync, readFileSync } from 'node:fs'

const HEADER = 32
const FRAME_HEADER = 24
const SALTS = 8

/**
 * How many commits stand in the write-ahead log of a SQLite file that has not been checkpointed since. Each frame is one page;
 * the last of a commit names the size of the database (https://www.sqlite.org/fileformat2.html#walformat).
 */
export function countCommits(file: string): number {
  if (!existsSync(`${file}-wal`)) return 0

  const log = readFileSync(`${file}-wal`)
  const frame = FRAME_HEADER + log.readUInt32BE(8)
  const salts = log.subarray(16, 16 + SALTS)
  let commits = 0
  for (let at = HEADER; at + frame <= log.length; at += frame) {
    // Frames with other salts are left from before the log was begun anew.
    if (!log.subarray(at + 8, at + 8 + SALTS).equals(salts)) break
    if (log.readUInt32BE(at + 4) > 0) commits += 1
  }
  return commits
}
