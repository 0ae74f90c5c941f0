/** One test a documented example: the call that the example shows is made, and what is sent and returned is compared with it. */
import { INVISIBLE } from "../../shared/invisible.js";
import type { Context } from "./context.js";
import { literal } from "./encode.js";
import { exampleCall } from "./example-call.js";
import type { FixturePlan } from "../../plan/plan.js";

/** Statements of the test file, each on one line; none when no example of the module can be called. */
export function testStatements({ module, scope }: Context): string[] {
  const tests = module.operations.flatMap((plan) =>
    plan.fixtures.flatMap((fixture) => {
      const call = exampleCall(fixture, plan, { module, scope });
      if (call === undefined) return [];
      const verify = `${scope.testing("verify")}(${scope.fixture(fixture.name)}, (client) => ${call})`;
      return `test(${title(fixture)}, () => ${verify});`;
    }),
  );
  return tests.length === 0 ? [] : [...tests, "test.run();"];
}

/** One line, whatever the page calls the example: a test that fails prints it, and the output of a CI job obeys some beginnings of lines. */
function title({ example }: FixturePlan): string {
  return literal(example.name.replace(INVISIBLE, " "));
}
