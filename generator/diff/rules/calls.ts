/** Changes of operations, their routes, their options and headers. */
import { rulesOf } from "./rule.js";

// prettier-ignore
export const operationRules = rulesOf("operations", {
  "operation-added": ["operation added", ["none", "none"], "minor", "operation-removed", "A function is exported that was not there."],
  "operation-removed": ["operation removed", ["red", "none"], "major", "operation-added", "The function {function} is gone: imports of it fail.{since}"],
  "operation-unread": ["page of an operation cannot be read any more", ["red", "none"], "major", "operation-readable", "The page is still there, but no operation can be read on it ({finding}): the function {function} is gone."],
  "operation-readable": ["page of an operation can be read now", ["none", "none"], "minor", "operation-unread", "The page was there before, but nothing could be read on it ({finding}): now there is a function."],
  "operation-split": ["one page becomes several", ["red", "none"], "major", "operation-joined", "The requests of {function} have functions of their own now: {new}.", { mend: "Call the function of the request that is meant: {new}." }],
  "operation-joined": ["several pages become one", ["red", "none"], "major", "operation-split", "One function has the requests of several now: {new}.", { mend: "Call {new}." }],
  "function-renamed": ["function renamed", ["red", "none"], "major", "function-renamed", "The function is called {new} now, and {old} is not exported any more.", { mend: "Use {new} instead of {old}." }],
  "function-renamed-kept": ["function renamed, the old name stays as an alias", ["none", "none"], "minor", "function-renamed-back", "The function is called {new} now; {old} is still exported, and deprecated.", { mend: "Use {new} instead of {old}.", section: "deprecated" }],
  "function-renamed-back": ["function gets a name back that was its alias", ["red", "none"], "major", "function-renamed-kept", "The function is called {new} again, as its alias was; {old} is not exported any more.", { mend: "Use {new} instead of {old}." }],
  "function-alias-added": ["alias of a function added", ["none", "none"], "minor", "function-alias-removed", "The function is exported as {name}, too."],
  "function-alias-removed": ["alias of a function removed", ["red", "none"], "major", "function-alias-added", "The deprecated name {name} is not exported any more.", { mend: "Use {function}." }],
  "function-moved": ["function moved to another module", ["red", "none"], "major", "function-moved", "Imports from {old} fail; the root of the package exports it as before.", { mend: "Import it from the root, or from {new}." }],
  "method-changed": ["method changed", ["sent", "none"], "major", "method-changed", "Nothing turns red: the same call sends {new} instead of {old}."],
  "operation-id-changed": ["id of an operation changed, routes and method are the same", ["none", "none"], "patch", "operation-id-changed", "The page has another name; the function and its request stay."],
});

// prettier-ignore
export const routeRules = rulesOf("routes", {
  "route-added": ["route added with keys of its own", ["none", "none"], "minor", "route-removed", "Other keys of where choose it; calls that are there keep theirs."],
  "route-removed": ["route removed, its keys were its own", ["red", "none"], "major", "route-added", "No member of the type of where has these keys any more."],
  "route-added-before": ["route added before one with the same keys", ["sent", "none"], "major", "route-removed-other-answers", "The first route with these keys counts: calls for {other} go to {new} now."],
  "route-added-behind": ["route added behind one with the same keys", ["none", "none"], "minor", "route-removed-behind", "The first route with these keys counts; the new one has to be named by route."],
  "route-removed-other-answers": ["first of several routes with the same keys removed", ["sent", "none"], "major", "route-added-before", "Calls for {old} go to {other} now, which has the same keys."],
  "route-removed-behind": ["route removed that route had to name", ["red", "none"], "major", "route-added-behind", "Calls that name it by route do not compile any more."],
  "route-order-changed": ["order of routes with the same keys changed", ["sent", "none"], "major", "route-order-changed", "The first route with these keys counts: calls for {old} go to {new} now."],
  "route-order-free": ["order of routes with different keys changed", ["none", "none"], "patch", "route-order-free", "The keys of where decide, not the order."],
  "route-text-changed": ["text of a route changed, its placeholders are the same", ["sent", "none"], "major", "route-text-changed", "The same call goes to another address."],
  "route-sample-added": ["address with sample values recognised as a sample", ["none", "none"], "patch", "route-sample-removed", "No call takes it: another route has placeholders for its values."],
  "route-sample-removed": ["sample of a route gone", ["none", "none"], "patch", "route-sample-added", "No call took it."],
  "placeholder-renamed": ["placeholder renamed", ["red", "none"], "major", "placeholder-renamed", "It is a key of where.", { mend: "Rename the key {old} to {new}." }],
  "placeholder-added": ["placeholder added", ["red", "none"], "major", "placeholder-removed", "A key of where is missing in calls that are there."],
  "placeholder-removed": ["placeholder removed", ["red", "none"], "major", "placeholder-added", "Calls that are there give a key that where does not have any more."],
  "placeholder-optional": ["value of the address may be left out", ["none", "none"], "minor", "placeholder-required", "Calls that give it compile as before."],
  "placeholder-required": ["value of the address must be given", ["red", "none"], "major", "placeholder-optional", "Calls without it do not compile."],
  "placeholder-type-wider": ["value of the address takes more", ["none", "none"], "minor", "placeholder-type-narrower", "What was accepted is accepted."],
  "placeholder-type-narrower": ["value of the address takes less", ["red", "none"], "major", "placeholder-type-wider", "Values of {old} are not accepted where {new} is wanted."],
  "placeholder-type-replaced": ["value of the address has another type", ["red", "none"], "major", "placeholder-type-replaced", "Values of {old} are not accepted where {new} is wanted."],
  "query-parameter-added": ["optional query parameter added", ["none", "none"], "minor", "query-parameter-removed", "Calls that are there go without it."],
  "query-parameter-removed": ["query parameter removed", ["red", "none"], "major", "query-parameter-added", "Calls that give it do not compile."],
  "query-parameter-added-required": ["required query parameter added", ["red", "none"], "major", "query-parameter-removed-required", "A key of where is missing in calls that are there."],
  "query-parameter-removed-required": ["required query parameter removed", ["red", "none"], "major", "query-parameter-added-required", "Calls that are there give a key that where does not have any more."],
  "where-appeared": ["address without values gets some", ["red", "none"], "major", "where-disappeared", "The argument where comes in between: the body and the options move."],
  "where-disappeared": ["address with values has none any more", ["red", "none"], "major", "where-appeared", "The argument where goes: the body and the options move."],
  "where-type-added": ["one route becomes several", ["rare", "none"], "minor", "where-type-removed", "The type of where is exported as {name}."],
  "where-type-removed": ["several routes become one", ["red", "none"], "major", "where-type-added", "The type {name} is not exported any more.", { mend: "Use Parameters<typeof {function}>[1]." }],
});

// prettier-ignore
export const optionRules = rulesOf("options", {
  "option-added": ["query option added", ["none", "none"], "minor", "option-removed", "The options have one more member."],
  "option-removed": ["query option removed", ["red", "none"], "major", "option-added", "Calls that give it do not compile."],
  "options-listed": ["not all query options any more", ["red", "none"], "major", "options-all", "Calls that give one that is not named do not compile: {removed}."],
  "options-all": ["all query options", ["none", "none"], "minor", "options-listed", "The options have more members."],
  "options-documented": ["other query options documented", ["none", "none"], "patch", "options-documented", "A call that shapes its result takes all of them, documented or not."],
  "shaping-gained": ["select or expand gained", ["none", "rare"], "minor", "shaping-lost", "Calls can shape the result."],
  "shaping-lost": ["select or expand lost", ["red", "none"], "major", "shaping-gained", "Calls that give it do not compile."],
  "header-added": ["optional header added", ["none", "none"], "minor", "header-removed", "Calls that are there go without it."],
  "header-removed": ["optional header removed", ["none", "none"], "patch", "header-added", "Any header can be given: calls that do compile, and send it as before."],
  "header-added-required": ["required header added", ["red", "none"], "major", "header-removed-required", "Calls without it do not compile: the options become required."],
  "header-removed-required": ["required header removed", ["none", "none"], "minor", "header-added-required", "Calls that give it compile, and send it as before."],
  "header-required": ["header becomes required", ["red", "none"], "major", "header-optional", "Calls without it do not compile: the options become required."],
  "header-optional": ["header becomes optional", ["none", "none"], "minor", "header-required", "Calls that give it compile as before."],
});
