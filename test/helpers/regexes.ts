/** The regular expressions of the project, found in its sources. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Project, SyntaxKind, type Node, type SourceFile } from "ts-morph";
import { root } from "./npm.js";

export interface Expression {
  /** `generator/read/http.ts`. */
  readonly file: string;
  /** What the constant is called that holds it, or "" where it stands in the middle of a statement. */
  readonly name: string;
  readonly source: string;
  readonly flags: string;
}

/** A call that makes an expression out of a text. */
export interface Composed {
  readonly file: string;
  readonly name: string;
}

const project = new Project({ skipAddingFilesFromTsConfig: true });
const sources = ["generator", "templates"].flatMap((folder) => sourcesIn(folder));

/** Every literal, each text once. */
export function expressions(): Expression[] {
  const found = sources.flatMap(({ path, file }) =>
    file.getDescendantsOfKind(SyntaxKind.RegularExpressionLiteral).map((literal): Expression => {
      const text = literal.getText();
      const end = text.lastIndexOf("/");
      return { file: path, name: nameOf(literal), source: text.slice(1, end), flags: text.slice(end + 1) };
    }),
  );
  return [...new Map(found.map((each) => [`/${each.source}/${each.flags}`, each])).values()];
}

/** Every `new RegExp(…)` and `RegExp(…)`. */
export function composed(): Composed[] {
  return sources.flatMap(({ path, file }) =>
    [...file.getDescendantsOfKind(SyntaxKind.NewExpression), ...file.getDescendantsOfKind(SyntaxKind.CallExpression)]
      .filter((call) => call.getExpression().getText() === "RegExp")
      .map((call) => ({ file: path, name: nameOf(call) })),
  );
}

function sourcesIn(folder: string): { path: string; file: SourceFile }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .toSorted()
    .map((path) => ({
      path: `${folder}/${path.replaceAll("\\", "/")}`,
      file: project.addSourceFileAtPath(join(root, folder, path)),
    }));
}

/** The constant or function around an expression. */
function nameOf(node: Node): string {
  const holder = node.getFirstAncestor(
    (above) => above.isKind(SyntaxKind.VariableDeclaration) || above.isKind(SyntaxKind.FunctionDeclaration),
  );
  return (
    holder?.asKind(SyntaxKind.VariableDeclaration)?.getName() ??
    holder?.asKind(SyntaxKind.FunctionDeclaration)?.getName() ??
    ""
  );
}
