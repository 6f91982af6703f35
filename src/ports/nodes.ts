import type { AgentId } from '../domain/ids.ts'

/** What one process of several tells the others of itself. */
export interface NodeState {
  readonly id: string
  /** Grows as long as it lives: whoever looks twice, and sees it stand still for long, may take it for dead. */
  readonly beats: number
  /** The agents with a browser at this node, and how many. */
  readonly browsers: ReadonlyMap<AgentId, number>
  /** The version of the knowledge that it serves. */
  readonly knowledge: string
}

/** The processes that share one database. */
export interface NodeStore {
  /** The name that all nodes of this database share; the first proposal is kept. */
  shopKey(proposed: string): Promise<string>
  /** Writes down how a node is now, one beat later; also after others have forgotten it. */
  beat(state: Omit<NodeState, 'beats'>): Promise<void>
  list(): Promise<readonly NodeState[]>
  /** Forgets a node, unless it has lived on since it was seen with so many beats. */
  forget(id: string, beats: number): Promise<boolean>
  /** A node goes by itself. */
  leave(id: string): Promise<void>
}

/** The text of every file of one version of the knowledge, by its path. */
export type KnowledgeFiles = Readonly<Record<string, string>>

/** The knowledge that all nodes serve: the newest that one of them has taken up. */
export interface KnowledgeStore {
  /** The version to be served; undefined before there is one. */
  newest(): Promise<string | undefined>
  find(version: string): Promise<KnowledgeFiles | undefined>
  /** True if it was taken up at some time. */
  knows(version: string): Promise<boolean>
  /** Makes this the newest, whatever was. */
  takeUp(version: string, files: KnowledgeFiles): Promise<void>
}
