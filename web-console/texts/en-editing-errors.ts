/** Why an edit of the knowledge was refused, by code. */
export const enEditingErrors = {
  knowledge_path: 'No file may lie there: choose a folder of the knowledge and a name that ends in .yaml',
  knowledge_file_not_found: 'This file is gone',
  publication_not_found: 'There is no such publication',
  knowledge_changed: 'Somebody has just changed this file. Reload it and put your change in again.',
  knowledge_unchanged: 'There is nothing to publish',
  knowledge_unchecked: 'The draft has not been checked, or has changed since. Check it first.',
  knowledge_regressions: 'Some questions get a worse answer. Confirm that to publish.',
  knowledge_conflict: 'Draft and folder contradict each other in a file. Settle it there first.',
  knowledge_broken: 'The knowledge has mistakes and cannot be published. What serves has not changed.',
  check_running: 'A check is running. Wait for it, or stop it.',
  knowledge_unwritable:
    'The knowledge folder cannot be written; what serves has not changed. Look at its rights and at the disk.',
}
