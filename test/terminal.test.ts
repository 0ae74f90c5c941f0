import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createTerminal, type Sink } from "../generator/terminal.js";

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
    const { colors } = createTerminal(sink(isTTY), sink(isTTY), environment);
    assert.is(colors.red("x") !== "x", colored);
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

terminal.run();
