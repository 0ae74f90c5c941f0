/** Statements come out as prettier would print them, whether it was asked or not. */
import { IndentationText, Project, StructureKind, VariableDeclarationKind, type StatementStructures } from "ts-morph";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { formatCode } from "../../generator/emit/typescript/format.js";
import { layOut } from "../../generator/emit/typescript/layout.js";
import { listFiles } from "../../generator/write/compare.js";
import { root } from "../helpers/npm.js";

const layout = suite("layout");
const project = new Project({
  useInMemoryFileSystem: true,
  manipulationSettings: { indentationText: IndentationText.TwoSpaces },
});

/** Asserts that statements are laid out as `expected`, and that prettier agrees. */
async function laidOut(statements: readonly (StatementStructures | string)[], expected: string): Promise<void> {
  const file = project.createSourceFile("parcel.ts", { statements: [...statements] }, { overwrite: true });
  assert.is(await layOut(file), expected);
  assert.is(await formatCode(expected), expected);
}

const long = "aVeryLongNameOfAParcelThatTakesHalfOfTheLineByItself";

layout("what fits on a line stays on it", () =>
  laidOut(
    [`import type { Client } from "./client.js";`, `export type Parcel = "small" | "large";`],
    `import type { Client } from "./client.js";
export type Parcel = "small" | "large";
`,
  ),
);

layout("an import of many names has one a line; one of a single name stays, however long", () =>
  laidOut(
    [`import { ${long}, ${long}Too, b } from "./b.js";`, `import { ${long}${long} } from "./${long}.js";`],
    `import {
  ${long},
  ${long}Too,
  b,
} from "./b.js";
import { ${long}${long} } from "./${long}.js";
`,
  ),
);

layout(
  "a function whose type parameters do not fit has one of these a line; its parameters only where they need it",
  () =>
    laidOut(
      [
        `export function read<S extends ${long} = never, W extends ${long} = Where>(client: Client): Promise<S> {\n  return call(client);\n}`,
        `export function send<S extends ${long} = never, W extends ${long} = Where>(client: ${long}, where: W): Promise<${long}> {\n  return call(client);\n}`,
      ],
      `export function read<
  S extends ${long} = never,
  W extends ${long} = Where,
>(client: Client): Promise<S> {
  return call(client);
}

export function send<
  S extends ${long} = never,
  W extends ${long} = Where,
>(
  client: ${long},
  where: W,
): Promise<${long}> {
  return call(client);
}
`,
    ),
);

layout(
  "a union that does not fit has one member a line; one with a member that does not fit either is prettier's",
  () =>
    laidOut(
      [
        `export type Key = { ${long}: string; b?: never } | { b: string; c?: never; d?: never };`,
        `export type Where = { ${long}: string; b?: never } | { b: string; ${long}?: never };`,
        `export type Other = { ${long}: string; ${long}Too: string; b?: never } | { b: string };`,
      ],
      `export type Key =
  { ${long}: string; b?: never } | { b: string; c?: never; d?: never };
export type Where =
  | { ${long}: string; b?: never }
  | { b: string; ${long}?: never };
export type Other =
  | {
      ${long}: string;
      ${long}Too: string;
      b?: never;
    }
  | { b: string };
`,
    ),
);

layout("a property whose union does not fit has it on the next line, or one member a line; the others stay", () =>
  laidOut(
    [
      `export interface Parcel {\n  state?: "${long}" | "${long}" | (string & {}) | null;\n  kind: "${long}" | "small size";\n  ${long}: "${long}" | "small";\n  /** How heavy it is, in words of any length. ${long}${long} */\n  weight: number;\n}`,
    ],
    `export interface Parcel {
  state?:
    | "${long}"
    | "${long}"
    | (string & {})
    | null;
  kind: "${long}" | "small size";
  ${long}:
    "${long}" | "small";
  /** How heavy it is, in words of any length. ${long}${long} */
  weight: number;
}
`,
  ),
);

layout("a value whose type does not fit on its first line has one type argument a line", () =>
  laidOut(
    [
      `export const ${long}: Fixture<${long}, ${long}> = {\n    "a": 1,\n  };`,
      `export const b: Fixture<${long}> = {\n    "a": 1,\n  };`,
    ],
    `export const ${long}: Fixture<
  ${long},
  ${long}
> = {
  "a": 1,
};
export const b: Fixture<${long}> = {
  "a": 1,
};
`,
  ),
);

layout("a function with many parameters has one a line", () =>
  laidOut(
    [`export function send(client: ${long}, where: ${long}, what: Parcel): Promise<void> {\n  return call(client);\n}`],
    `export function send(
  client: ${long},
  where: ${long},
  what: Parcel,
): Promise<void> {
  return call(client);
}
`,
  ),
);

layout("objects of a union, and those that a function takes, have one member a line where they do not fit", () =>
  laidOut(
    [
      `export type Where = { /** Of the parcel. */ ${long}: string; b?: never } | { ${long}Too: string; ${long}Else?: never } | { c: 1 };`,
      `export type Route = { ${long}: "${long}${long}"; b: 1 } | { c: 1 };`,
      `export function send(client: Client, where: { ${long}: string; ${long}Too: string }, options?: Options): Promise<void> {\n  return call(client);\n}`,
    ],
    `export type Where =
  | { /** Of the parcel. */ ${long}: string; b?: never }
  | {
      ${long}Too: string;
      ${long}Else?: never;
    }
  | { c: 1 };
export type Route =
  | {
      ${long}: "${long}${long}";
      b: 1;
    }
  | { c: 1 };
export function send(
  client: Client,
  where: {
    ${long}: string;
    ${long}Too: string;
  },
  options?: Options,
): Promise<void> {
  return call(client);
}
`,
  ),
);

layout("members below a comment have a line each", () =>
  laidOut(
    [`export type Where = { \n  /** Of the parcel. */\n  id: string; b?: never } | { c: 1 };`],
    `export type Where =
  | {
      /** Of the parcel. */
      id: string;
      b?: never;
    }
  | { c: 1 };
`,
  ),
);

layout("a test has its call on lines of its own: the last object's members, or each argument, or a long text", () => {
  const test = (call: string): string => `test("parcel", () => verify(parcel, (client) => ${call}));`;
  return laidOut(
    [
      test(`get(client, { ${long}: "1", ${long}Too: "2" })`),
      test(`send(client, { ${long}: "1" }, { ${long}Too: "2" })`),
      test(`list(client, { filter: "${long}${long} eq 1", where: { ${long}: "1", ${long}Too: "2" } })`),
      test(`put(client, ${long}.request.body, ${long}Too)`),
    ],
    `test("parcel", () =>
  verify(parcel, (client) =>
    get(client, {
      ${long}: "1",
      ${long}Too: "2",
    }),
  ));
test("parcel", () =>
  verify(parcel, (client) =>
    send(
      client,
      { ${long}: "1" },
      { ${long}Too: "2" },
    ),
  ));
test("parcel", () =>
  verify(parcel, (client) =>
    list(client, {
      filter:
        "${long}${long} eq 1",
      where: {
        ${long}: "1",
        ${long}Too: "2",
      },
    }),
  ));
test("parcel", () =>
  verify(parcel, (client) =>
    put(
      client,
      ${long}.request.body,
      ${long}Too,
    ),
  ));
`,
  );
});

layout("an initializer of several lines is not indented twice", () =>
  laidOut(
    [
      {
        kind: StructureKind.VariableStatement,
        declarationKind: VariableDeclarationKind.Const,
        docs: ["What is sent."],
        declarations: [{ name: "parcel", initializer: `{\n  id: "a",\n  of: {\n    b: 1,\n  },\n}` }],
      },
    ],
    `/** What is sent. */
const parcel = {
  id: "a",
  of: {
    b: 1,
  },
};
`,
  ),
);

layout("an interface without members has its brackets together", () =>
  laidOut([{ kind: StructureKind.Interface, name: "Parcel", isExported: true }], "export interface Parcel {}\n"),
);

layout("a doc comment may be longer than a line, and ends where its words end", () => {
  const words = "word ".repeat(40).trim();
  return laidOut(
    [`/** ${words} */\nexport interface Parcel {\n  /** ${words} */\n  id: string;\n}`],
    `/** ${words} */
export interface Parcel {
  /** ${words} */
  id: string;
}
`,
  );
});

layout("a line of a doc comment may end as lines between statements do, and hold what asks for prettier in code", () =>
  laidOut(
    [
      `export interface Parcel {\n  /**\n   * Begins with https://\n   * or a \\" mark.\n   */\n  id: string;\n}`,
      `export const sizes = ["${long}", "${long}"];`,
      `export interface Sender {\n  /**\n   * Ends with //\n   * or not.\n   */\n  size: Array<"${long}${long}">;\n}`,
    ],
    `export interface Parcel {
  /**
   * Begins with https://
   * or a \\" mark.
   */
  id: string;
}

export const sizes = [
  "${long}",
  "${long}",
];
export interface Sender {
  /**
   * Ends with //
   * or not.
   */
  size: Array<"${long}${long}">;
}
`,
  ),
);

layout("a line is as wide as it is seen: signs of the east take two columns", () =>
  laidOut(
    [`export const parcels = ["${"荷".repeat(30)}", "${"物".repeat(20)}"];`],
    `export const parcels = [
  "${"荷".repeat(30)}",
  "${"物".repeat(20)}",
];
`,
  ),
);

layout("other quotation marks save escapes", () =>
  laidOut([String.raw`call({ search: "\"name:a\"" });`], `call({ search: '"name:a"' });\n`),
);

layout("an object with a comment in it has one member a line", () =>
  laidOut(
    ["export type Where = { id: string } | { \n/** Its weight. */\nweight: number };"],
    `export type Where =
  | { id: string }
  | {
      /** Its weight. */
      weight: number;
    };
`,
  ),
);

layout("the package of the example API is in prettier's layout", async () => {
  const files = listFiles(join(root, "output")).filter((path) =>
    /^(?:src\/(?!runtime|testing)|fixtures\/|test\/).*\.ts$/.test(path),
  );
  assert.ok(files.length > 50);
  for (const path of files) {
    const text = readFileSync(join(root, "output", path), "utf8");
    assert.is(await formatCode(text), text, path);
  }
});

layout.run();
