/**
 * Tab groups: `# [HTTP](#tab/http)` … `# [C#](#tab/csharp)` … `---`. The headings are dropped before sections are built, for they stand at
 * level 1 inside of sections; so are the tabs of programming languages, whose content repeats the HTTP request.
 */
import type { Heading, Root, RootContent } from "mdast";
import type { VFile } from "vfile";
import { finding } from "../../findings/rules.js";
import { isUnderlined, placeOf } from "./origin.js";
import { isLanguageTab } from "../source/language-tab.js";

const TAB_URL = /^#tab\/([^/]+)/i;

/** unified plugin: takes the mark-up of tabs and the tabs of programming languages out of the tree. */
export function tabs() {
  return (tree: Root, file: VFile): void => {
    const whole = tree.children;
    tree.children = withoutTabs(whole, (heading) => report(file, heading));
    const kept = new Set(tree.children);
    file.data.known?.push(...whole.filter((node) => !kept.has(node)));
  };
}

function withoutTabs(nodes: readonly RootContent[], reportUnclosed: (opening: Heading) => void): RootContent[] {
  const kept: RootContent[] = [];
  let opening: Heading | undefined;
  let dropping = false;
  for (const node of nodes) {
    const tab = tabOf(node);
    if (tab !== undefined) {
      opening ??= node.type === "heading" ? node : undefined;
      dropping = isLanguageTab(tab);
      continue;
    }
    // a `---` without a blank line above makes a heading out of the tab's last paragraph; it still ends the group
    if (opening !== undefined && (node.type === "thematicBreak" || isUnderlined(node))) {
      opening = undefined;
      dropping = false;
      continue;
    }
    if (opening !== undefined && node.type === "heading") {
      reportUnclosed(opening);
      opening = undefined;
      dropping = false;
    }
    if (!dropping) kept.push(node);
  }
  if (opening !== undefined) reportUnclosed(opening);
  return kept;
}

function tabOf(node: RootContent): string | undefined {
  const first = node.type === "heading" ? node.children[0] : undefined;
  return first?.type === "link" ? TAB_URL.exec(first.url)?.[1] : undefined;
}

function report(file: VFile, opening: Heading): void {
  file.data.findings?.push(finding("tabs-unclosed", file.path, placeOf(opening), ""));
}
