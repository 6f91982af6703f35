/** An engine takes so many parameters in one statement and no more. */
const AT_ONCE = 1000

/** Asks for many ids in few statements; each once. */
export async function inParts<T>(
  ids: readonly string[],
  ask: (some: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const wanted = [...new Set(ids)]
  const found: T[] = []
  for (let at = 0; at < wanted.length; at += AT_ONCE) found.push(...(await ask(wanted.slice(at, at + AT_ONCE))))
  return found
}
