import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createTerminal, type Line, type Sink } from "../generator/cli/terminal.js";

const terminal = suite("terminal");

function sink(isTTY: boolean): Sink & { text: string } {
  return {
    text: "",
    isTTY,
    write(text) {
      this.text += text;
    },
  };
}

for (const { isTTY, environment, colored } of [
  { isTTY: true, environment: {}, colored: true },
  { isTTY: true, environment: { NO_COLOR: "1" }, colored: false },
  { isTTY: true, environment: { NO_COLOR: "" }, colored: true },
  { isTTY: false, environment: {}, colored: false },
]) {
  terminal(`colours ${colored ? "on" : "off"}: terminal ${isTTY}, ${JSON.stringify(environment)}`, () => {
    const output = sink(isTTY);
    createTerminal(output, sink(isTTY), environment).print([["a ", { text: "x", color: "red" }]]);
    assert.is(output.text, colored ? "a \u001b[31mx\u001b[39m\n" : "a x\n");
  });
}

terminal("progress is one line of a terminal, and nothing anywhere else", () => {
  const [shown, silent] = [sink(true), sink(false)];
  for (const errors of [shown, silent]) {
    const { progress, clearProgress } = createTerminal(sink(false), errors, {});
    progress("reading", 5, 10);
    progress("reading", 10, 10);
    clearProgress();
  }
  assert.is(shown.text, "\r\u001B[Kreading 5/10\r\u001B[Kreading 10/10\r\u001B[K");
  assert.is(silent.text, "");
});

/** What is printed when `line` is. */
function printed(...lines: readonly Line[]): string {
  const output = sink(true);
  createTerminal(output, sink(true), {}).print(lines);
  return output.text;
}

for (const [what, line, want] of [
  ["an escape sequence", "a\u001b[2Jb", "a\\u{1b}[2Jb"],
  ["a line break", "a\n::add-mask::b\r", "a\\u{a}::add-mask::b\\u{d}"],
  ["a C1 control, which some terminals obey like ESC", "\u009b31m", "\\u{9b}31m"],
  ["line and paragraph separators", "a\u2028b\u2029c", "a\\u{2028}b\\u{2029}c"],
  ["what turns the direction of reading", "a\u202eb\u2066c\u061cd", "a\\u{202e}b\\u{2066}c\\u{61c}d"],
  ["tag characters", "a\u{e0041}b", "a\\u{e0041}b"],
  ["characters without width", "a\u200bb\ufeffc", "a\\u{200b}b\\u{feff}c"],
  ["a command of GitHub", "::set-output name=a::b", "\\u{3a}:set-output name=a::b"],
  ["a command of GitHub behind white space", " \u00a0::stop-commands::x", " \u00a0\\u{3a}:stop-commands::x"],
  ["a command of GitHub in its old form", "a ##[add-path]b", "a #\\u{23}[add-path]b"],
  ["a command of Azure", "a ##vso[task.setvariable]b", "a #\\u{23}vso[task.setvariable]b"],
  ["a command of TeamCity", "##teamcity[buildStop]", "#\\u{23}teamcity[buildStop]"],
  ["nothing of these", "docs/é 日本 ⚠\ufe0f ::: ## [x] a::b", "docs/é 日本 ⚠\ufe0f ::: ## [x] a::b"],
] as const)
  terminal(`text is shown and obeyed by nobody: ${what}`, () => assert.is(printed(line), `${want}\n`));

terminal("colours of the docs are none of ours", () => {
  assert.is(printed(["a ", { text: "\u001b[32mx", color: "red" }]), "a \u001b[31m\\u{1b}[32mx\u001b[39m\n");
});

terminal("complaints are harmless as well", () => {
  const errors = sink(false);
  createTerminal(sink(false), errors, {}).complain(["::error::x", "\u0007"]);
  assert.is(errors.text, "\\u{3a}:error::x\n\\u{7}\n");
});

terminal("JSON stays JSON, with the same characters escaped", () => {
  const output = sink(true);
  const value = { "a\u202e": ["::x\n\u001b[0m\u009b", "##[group]", "\u{e0041}"] };
  createTerminal(output, sink(true), {}).printJson(value);
  assert.equal(JSON.parse(output.text), value);
  assert.not.match(output.text.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]|##\[/u);
});

terminal.run();
