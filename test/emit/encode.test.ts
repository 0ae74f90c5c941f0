/** Text of the docs is untrusted: whatever it holds, it stays inside the literal, the key or the comment that it was meant for. */
import * as fc from "fast-check";
import { ts } from "ts-morph";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { comment, data, key, literal } from "../../generator/emit/typescript/encode.js";

const encode = suite("encode");

const hostile = [
  "*/",
  "/*",
  "//",
  "`",
  "${x}",
  "\u2028",
  "\u2029",
  "\r",
  "\n",
  '"',
  "'",
  "\\",
  "@see",
  "{@link x}",
  "<br>",
  "\u202e",
  "\ufeff",
  "\0",
  "\ud800",
  "__proto__",
];
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string())).map((parts) => parts.join("")),
);

function parse(source: string): ts.SourceFile {
  const file = ts.createSourceFile("x.ts", source, ts.ScriptTarget.ES2022, true);
  const { diagnostics } = ts.transpileModule(source, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  assert.equal(
    diagnostics?.map((each) => each.messageText),
    [],
    source,
  );
  return file;
}

/** The value of the only statement of `source`, an expression in parentheses. */
function valueOf(source: string): unknown {
  const [statement, ...others] = parse(`(${source});`).statements;
  assert.is(others.length, 0);
  assert.ok(statement !== undefined && ts.isExpressionStatement(statement));
  return evaluate(statement.expression);
}

function evaluate(node: ts.Node): unknown {
  if (ts.isParenthesizedExpression(node)) return evaluate(node.expression);
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node)) return -Number(node.operand.getText());
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(evaluate);
  if (ts.isObjectLiteralExpression(node)) return Object.fromEntries(node.properties.map(member));
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  return node.kind === ts.SyntaxKind.TrueKeyword;
}

function member(node: ts.ObjectLiteralElementLike): [string, unknown] {
  assert.ok(ts.isPropertyAssignment(node), node.getText());
  const { name } = node;
  assert.not.ok(
    !ts.isComputedPropertyName(name) && "text" in name && name.text === "__proto__",
    "the prototype is set",
  );
  const text = ts.isComputedPropertyName(name) ? evaluate(name.expression) : "text" in name ? name.text : "";
  return [String(text), evaluate(node.initializer)];
}

encode("literal", () => {
  for (const [given, want] of [
    ["plain", `"plain"`],
    [`a "quoted" word`, `"a \\"quoted\\" word"`],
    ["two\nlines", `"two\\nlines"`],
    ["line\u2028separator", `"line\\u2028separator"`],
    ["right\u202eto left", `"right\\u202eto left"`],
    ["a tag\u{e0041}", `"a tag\\udb40\\udc41"`],
    ["an emoji ⚠\ufe0f", `"an emoji ⚠\ufe0f"`],
  ] as const)
    assert.is(literal(given), want);
});

encode("literal: any text is read back", () => {
  fc.assert(fc.property(text, (given) => assert.is(valueOf(literal(given)), given)));
});

encode("key", () => {
  for (const [given, want] of [
    ["displayName", "displayName"],
    ["default", "default"],
    ["@odata.type", `"@odata.type"`],
    ["item-id", `"item-id"`],
    ["2nd", `"2nd"`],
    ["", `""`],
  ] as const)
    assert.is(key(given), want);
});

encode("key: any name is read back", () => {
  fc.assert(
    fc.property(text, (given) => {
      const [statement] = parse(`interface X { ${key(given)}: string }`).statements;
      assert.ok(statement !== undefined && ts.isInterfaceDeclaration(statement) && statement.members.length === 1);
      const name = statement.members[0]?.name;
      assert.is(name && "text" in name ? name.text : undefined, given);
    }),
  );
});

encode("data: any JSON is read back", () => {
  const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));
  fc.assert(fc.property(json, (given) => assert.equal(valueOf(data(given)), given)));
});

encode("data: a key __proto__ is a property like others", () => {
  const given: unknown = JSON.parse(`{"__proto__": {"admin": "yes"}}`);
  assert.equal(data(given), `{\n["__proto__"]: {\n"admin": "yes"\n}\n}`);
});

encode("comment", () => {
  for (const [given, want] of [
    ["ends */ here", "ends *\\/ here"],
    ["@deprecated it says", "\\@deprecated it says"],
    ["send to a@b.example", "send to a@b.example"],
    ["line\n  @odata.bind is a name", "line\n  \\@odata.bind is a name"],
    ["see {@link x}", "see {\\@link x}"],
    ["in\u202evisible\u200b", "invisible"],
    ["tags\u{e0001}\u{e0041}, fillers\u3164 and selectors\u{e0100}\ufe01", "tags, fillers and selectors"],
    ["an emoji ⚠\ufe0f and more of it\ufe0f", "an emoji ⚠\ufe0f and more of it"],
    ["one\u2028two", "one\ntwo"],
  ] as const)
    assert.is(comment(given), want);
});

encode("comment: any text stays inside and starts no tag", () => {
  fc.assert(
    fc.property(text, (given) => {
      const lines = comment(given)
        .split("\n")
        .map((line) => ` * ${line}`)
        .join("\n");
      const file = parse(`/**\n${lines}\n */\nconst a = 1;`);
      const [statement, ...others] = file.statements;
      assert.is(others.length, 0);
      assert.ok(statement !== undefined && ts.isVariableStatement(statement));
      assert.equal(
        ts.getJSDocTags(statement).map((tag) => tag.tagName.text),
        [],
      );
    }),
  );
});

encode.run();
