// What the editor takes from ProseMirror: all that static/editor imports, and no more.
export { baseKeymap, chainCommands, exitCode, setBlockType, splitBlockAs, toggleMark } from "prosemirror-commands";
export { closeHistory, history, redo, undo, undoDepth } from "prosemirror-history";
export { keymap } from "prosemirror-keymap";
export { DOMParser, DOMSerializer, Fragment, Node, Schema, Slice } from "prosemirror-model";
export { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
export { AllSelection, EditorState, Plugin, PluginKey, Selection, TextSelection } from "prosemirror-state";
export { Mapping } from "prosemirror-transform";
export { Decoration, DecorationSet, EditorView } from "prosemirror-view";
