const BEGIN = /^<{7}(?: |$)/
const BETWEEN = /^={7}$/
const END = /^>{7}(?: |$)/

/** Whether both versions of something still stand in a text. */
export function hasConflict(text: string): boolean {
  return text.split(/\r?\n/).some((line) => BEGIN.test(line))
}

/** Takes one side of every contradiction between `<<<<<<<` and `>>>>>>>`; what was merged stays. */
export function takeSide(text: string, side: 'mine' | 'theirs'): string {
  let within: 'mine' | 'theirs' | undefined
  const lines = text.split('\n').filter((line) => {
    const bare = line.replace(/\r$/, '')
    if (within === undefined && BEGIN.test(bare)) {
      within = 'mine'
      return false
    }
    if (within === 'mine' && BETWEEN.test(bare)) {
      within = 'theirs'
      return false
    }
    if (within === 'theirs' && END.test(bare)) {
      within = undefined
      return false
    }
    return within === undefined || within === side
  })
  return lines.join('\n')
}
