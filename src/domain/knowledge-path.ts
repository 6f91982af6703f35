const LONGEST = 200
// A name that every file system takes, and no way out of the folder.
const NAME = /^[^./\\:*?"<>|\p{Cc}][^/\\:*?"<>|\p{Cc}]*$/u

/** Whether a file of the knowledge may lie there, seen from its folder: `faq/shipping.yaml`. */
export function isKnowledgePath(path: string): boolean {
  return path.length <= LONGEST && /\.ya?ml$/.test(path) && path.split('/').every((part) => NAME.test(part))
}
