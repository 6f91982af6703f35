import { syntaxTree } from '@codemirror/language'
import { type Extension, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

const LOOKS = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--panel)', fontSize: '13px' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.65' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { color: 'var(--text-3)', backgroundColor: 'var(--soft)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent) 6%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--soft-2)', color: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--accent-soft-2)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--note)' },
  '.cm-searchMatch': { backgroundColor: 'var(--mark)', color: 'var(--mark-text)' },
  '.cm-foldPlaceholder': { color: 'var(--text-2)', backgroundColor: 'var(--soft-2)', border: '0', padding: '0 6px' },
  '.cm-panels': { color: 'var(--text)', backgroundColor: 'var(--soft)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-textfield': { color: 'var(--text)', backgroundColor: 'var(--panel)', border: '1px solid var(--line-strong)' },
  '.cm-button': {
    color: 'var(--text)',
    backgroundColor: 'var(--panel)',
    backgroundImage: 'none',
    border: '1px solid var(--line-strong)',
  },
  '.cm-tooltip': {
    color: 'var(--text)',
    backgroundColor: 'var(--panel)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    boxShadow: 'var(--lifted)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--on-fill)',
    backgroundColor: 'var(--accent-fill)',
  },
  '.cm-completionDetail': { color: 'var(--text-3)', fontStyle: 'normal' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-completionInfo': { maxWidth: '320px', fontFamily: 'var(--font)' },
  '.cm-diagnostic': { whiteSpace: 'pre-wrap', fontFamily: 'var(--font)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--danger)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--dot-warn)' },
  '.cm-changedLine': { backgroundColor: 'var(--good-soft)' },
  '.cm-deletedChunk': { backgroundColor: 'var(--danger-soft)' },
  '.cm-deletedChunk .cm-chunkButtons button': { color: 'var(--on-fill)', backgroundColor: 'var(--accent-fill)' },
  '.cm-collapsedLines': { color: 'var(--text-2)', background: 'var(--soft-2)' },
})

/** The parts of YAML that have a colour, by the names that its parser gives them. */
const MARKS: Readonly<Record<string, Decoration>> = {
  Key: Decoration.mark({ class: 'yaml-key' }),
  Comment: Decoration.mark({ class: 'yaml-comment' }),
  QuotedLiteral: Decoration.mark({ class: 'yaml-quoted' }),
  Anchor: Decoration.mark({ class: 'yaml-anchor' }),
  Alias: Decoration.mark({ class: 'yaml-anchor' }),
  Tag: Decoration.mark({ class: 'yaml-anchor' }),
}

/** Colours what is in view. */
function paint(view: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const mark = MARKS[node.name]
        if (mark && node.to > node.from) marks.add(node.from, node.to, mark)
        // A key's own quotes are part of the key.
        return node.name !== 'Key'
      },
    })
  }
  return marks.finish()
}

const COLORS = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = paint(view)
    }
    update({ view, docChanged, viewportChanged, state, startState }: ViewUpdate): void {
      if (docChanged || viewportChanged || syntaxTree(state) !== syntaxTree(startState)) this.decorations = paint(view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

/** Our colours, of day and of night: both are variables of the page. */
export const EDITOR_LOOKS: Extension = [LOOKS, COLORS]
