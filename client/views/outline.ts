import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type {ActivePostmortem} from '../active.ts';
import {type LspRange, toRange} from '../edits.ts';
import {appearance, findNode, nodeAt, type OutlineNode, outlineTree, parentOf} from './outline-tree.ts';

const viewId = 'postmortem.outline';

/** The sections of the active postmortem as its template wants them: a tree in the Explorer that follows the cursor. */
export class Outline implements TreeDataProvider<OutlineNode>, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private nodes: readonly OutlineNode[] = [];
  private readonly view: TreeView<OutlineNode>;
  private readonly listeners: Disposable[];

  constructor(
    private readonly context: ExtensionContext,
    private readonly active: ActivePostmortem,
  ) {
    this.view = window.createTreeView(viewId, {treeDataProvider: this, showCollapseAll: true});
    this.listeners = [
      active.onDidChange(() => this.update()),
      window.onDidChangeTextEditorSelection(({textEditor}) => {
        if (textEditor === active.editor) void this.followCursor();
      }),
      this.view.onDidChangeVisibility(() => this.followCursor()),
    ];
    if (context.workspaceState.get(viewId)) showView();
  }

  /** The line of the outline as it is now; what the tree holds may be older. */
  node(id: string): OutlineNode | undefined {
    return findNode(this.nodes, id);
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    return [...(node ? node.children : this.nodes)];
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return parentOf(this.nodes, node.id);
  }

  getTreeItem(node: OutlineNode): TreeItem {
    const item = new TreeItem(node.label, collapsibleState(node));
    item.id = node.id;
    item.description = node.description;
    item.iconPath = new ThemeIcon(node.icon.name, node.icon.color ? new ThemeColor(node.icon.color) : undefined);
    item.tooltip = new MarkdownString(node.tooltip, true);
    item.accessibilityInformation = {label: node.accessibleLabel};
    item.contextValue = node.kind;
    const title = node.kind === 'missing' ? l10n.t('Insert Section') : l10n.t('Go There');
    item.command = {command: 'postmortem.openOutlineItem', title, arguments: [node]};
    return item;
  }

  dispose(): void {
    for (const disposable of [this.view, this.changed, ...this.listeners]) disposable.dispose();
  }

  private update(): void {
    const {postmortem} = this.active;
    const before = appearance(this.nodes);
    const textOf = (range: LspRange) => postmortem?.document.getText(toRange(range)) ?? '';
    this.nodes = postmortem ? outlineTree(postmortem.report, {textOf, t: l10n.t}) : [];
    if (postmortem) this.rememberUse();
    this.view.description = postmortem?.report.template.name ?? '';
    this.view.message = postmortem?.report.draft
      ? l10n.t('A draft: which sections are there is checked, what they say is not yet.')
      : '';
    if (appearance(this.nodes) !== before) this.changed.fire();
    void this.followCursor();
  }

  /** The view is there as soon as a postmortem was seen in this workspace: who has none is not bothered. */
  private rememberUse(): void {
    showView();
    if (!this.context.workspaceState.get(viewId)) void this.context.workspaceState.update(viewId, true);
  }

  private async followCursor(): Promise<void> {
    const cursor = this.active.editor?.selection.active;
    if (!cursor || !this.view.visible || !this.active.postmortem) return;
    const node = nodeAt(this.nodes, cursor.line, cursor.character);
    const selected = this.view.selection[0];
    if (!node || (selected && (selected.id === node.id || this.isWithin(selected, node)))) return;
    await this.view.reveal(node, {select: true, focus: false}).then(undefined, () => undefined);
  }

  /** What was clicked last stays selected while the cursor is in the section that it belongs to. */
  private isWithin(selected: OutlineNode, node: OutlineNode): boolean {
    const isDetail = selected.kind === 'requirement' || selected.kind === 'milestone';
    return isDetail && selected.section === node.section;
  }
}

function showView(): void {
  void commands.executeCommand('setContext', 'postmortem.used', true);
}

function collapsibleState({children, open}: OutlineNode): TreeItemCollapsibleState {
  if (children.length === 0) return TreeItemCollapsibleState.None;
  return open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
