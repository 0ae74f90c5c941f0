/** The regular expressions of the project, found in its sources. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Node, Project, SyntaxKind, type SourceFile } from "ts-morph";
import { root } from "./npm.js";

export interface Expression {
  /** `generator/read/http.ts HEADER`: the file, and the constant or function around it. */
  readonly where: string;
  /** undefined when it is made of what only the running program knows. */
  readonly source: string | undefined;
  readonly flags: string;
}

/** Every expression of generator/ and templates/, be it a literal or made by `RegExp(…)`, each text once. */
export function expressions(): Expression[] {
  const project = new Project({ skipAddingFilesFromTsConfig: true });
  const files = ["generator", "templates"].flatMap((folder) => pathsIn(folder));
  const found = files.flatMap((path) => {
    const file = project.addSourceFileAtPath(join(root, path));
    return [...literals(file), ...made(file)].map(({ node, ...text }) => ({
      where: `${path} ${nameOf(node)}`,
      ...text,
    }));
  });
  return [...new Map(found.map((each) => [`/${each.source ?? each.where}/${each.flags}`, each])).values()];
}

function pathsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .toSorted();
}

interface Found {
  readonly node: Node;
  readonly source: string | undefined;
  readonly flags: string;
}

function literals(file: SourceFile): Found[] {
  return file.getDescendantsOfKind(SyntaxKind.RegularExpressionLiteral).map((node) => {
    const text = node.getText();
    const end = text.lastIndexOf("/");
    return { node, source: text.slice(1, end), flags: text.slice(end + 1) };
  });
}

function made(file: SourceFile): Found[] {
  const calls = [
    ...file.getDescendantsOfKind(SyntaxKind.NewExpression),
    ...file.getDescendantsOfKind(SyntaxKind.CallExpression),
  ];
  return calls
    .filter((call) => call.getExpression().getText() === "RegExp")
    .map((node) => {
      const [source, flags] = node.getArguments();
      return { node, source: textOf(source), flags: flags === undefined ? "" : (textOf(flags) ?? "") };
    });
}

/** What a text is that is put together from constants; undefined when it is not. */
function textOf(node: Node | undefined): string | undefined {
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) return node.getLiteralText();
  if (Node.isTemplateExpression(node)) return joined(node.getHead().getLiteralText(), node, (text) => text);
  if (Node.isTaggedTemplateExpression(node) && node.getTag().getText() === "String.raw")
    return rawTextOf(node.getTemplate());
  if (!Node.isIdentifier(node)) return undefined;
  const declarations = node.getDefinitionNodes().filter(Node.isVariableDeclaration);
  return declarations.length === 1 ? textOf(declarations[0]?.getInitializer()) : undefined;
}

function rawTextOf(template: Node): string | undefined {
  if (!Node.isTemplateExpression(template)) return template.getText().slice(1, -1);
  return joined(template.getHead().getText().slice(1, -2), template, (_, raw) => raw);
}

/** The head of a template, then each of its values with the text behind it, as it reads or as it is written. */
function joined(head: string, template: Node, choose: (text: string, raw: string) => string): string | undefined {
  if (!Node.isTemplateExpression(template)) return undefined;
  return template.getTemplateSpans().reduce<string | undefined>((text, span) => {
    const value = textOf(span.getExpression());
    const literal = span.getLiteral();
    const raw = literal
      .getText()
      .replace(/^\}/, "")
      .replace(/(?:`|\$\{)$/, "");
    return text === undefined || value === undefined ? undefined : text + value + choose(literal.getLiteralText(), raw);
  }, head);
}

function nameOf(node: Node): string {
  const holder = node.getFirstAncestor(
    (above) => Node.isVariableDeclaration(above) || Node.isFunctionDeclaration(above),
  );
  return Node.isVariableDeclaration(holder) || Node.isFunctionDeclaration(holder) ? (holder.getName() ?? "") : "";
}
