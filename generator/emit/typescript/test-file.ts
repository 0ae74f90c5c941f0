/** One test a documented example: the call that the example shows is made, and what is sent and returned is compared with it. */
import { INVISIBLE } from "../../shared/invisible.js";
import type { Context } from "./context.js";
import { literal } from "./encode.js";
import { fits } from "./format.js";
import { exampleCall } from "./example-call.js";
import type { FixturePlan } from "../../plan/plan.js";

/** Statements of the test file; none when no example of the module can be called. */
export function testStatements({ module, scope }: Context): string[] {
  const tests = module.operations.flatMap((plan) =>
    plan.fixtures.flatMap((fixture) => {
      const call = exampleCall(fixture, plan, { module, scope });
      if (call === undefined) return [];
      return testText(title(fixture), `${scope.testing("verify")}(${scope.fixture(fixture.name)}, (client) =>`, call);
    }),
  );
  return tests.length === 0 ? [] : [...tests, "test.run();"];
}

/** On as few lines as it fits on; a call that is longer than a line is left to prettier. */
function testText(name: string, verify: string, call: string): string {
  const forms = [
    `test(${name}, () => ${verify} ${call}));`,
    `test(${name}, () =>\n  ${verify} ${call}));`,
    `test(${name}, () =>\n  ${verify}\n    ${call},\n  ));`,
  ];
  return forms.find(fits) ?? forms[0] ?? "";
}

/** One line, whatever the page calls the example: a test that fails prints it, and the output of a CI job obeys some beginnings of lines. */
function title({ example }: FixturePlan): string {
  return literal(example.name.replace(INVISIBLE, " "));
}
