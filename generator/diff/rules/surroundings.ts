/** Changes of permissions, examples, words, and of the package as a whole. */
import { rulesOf } from "./rule.js";

// prettier-ignore
export const permissionRules = rulesOf("permissions", {
  "permission-added": ["another permission is accepted", ["none", "none"], "minor", "permission-removed", "Apps that hold what was accepted before keep their access.", { section: "access" }],
  "permission-removed": ["a permission is not accepted any more", ["refused", "none"], "minor", "permission-added", "Apps that hold only this one are refused.", { section: "access", decidedBy: "access" }],
  "permission-together-added": ["a further permission is needed as well", ["refused", "none"], "minor", "permission-together-removed", "Apps that hold {old} are refused: {new} are needed together.", { section: "access", decidedBy: "access" }],
  "permission-together-removed": ["a further permission is not needed any more", ["none", "none"], "minor", "permission-together-added", "{new} is enough where {old} were needed together.", { section: "access" }],
  "permission-covered-added": ["permissions are accepted together, of which fewer suffice", ["none", "none"], "minor", "permission-covered-removed", "Nobody gains or loses access by it.", { section: "access" }],
  "permission-covered-removed": ["permissions accepted together are not named any more, of which fewer suffice", ["none", "none"], "minor", "permission-covered-added", "Nobody gains or loses access by it.", { section: "access" }],
  "permission-needed": ["a permission is needed", ["refused", "none"], "minor", "permission-not-needed", "Apps without a permission are refused.", { section: "access", decidedBy: "access" }],
  "permission-not-needed": ["no permission is needed", ["none", "none"], "minor", "permission-needed", "Everybody who was let in is let in.", { section: "access" }],
  "permission-least-changed": ["least privileged permission changed", ["none", "tests"], "minor", "permission-least-changed", "What is accepted is the same; what leastPrivileged() and scopes answer is not.", { section: "access" }],
  "account-unsupported": ["kind of account not supported any more", ["refused", "none"], "minor", "account-supported", "Calls for these accounts are refused.", { section: "access", decidedBy: "access" }],
  "account-supported": ["kind of account supported", ["none", "none"], "minor", "account-unsupported", "Calls for these accounts are let in.", { section: "access" }],
  "permission-undetermined": ["permissions are not told any more", ["none", "tests"], "minor", "permission-determined", "The page has a placeholder: which permissions are accepted is unknown, not none.", { section: "access" }],
  "permission-determined": ["permissions are told", ["none", "tests"], "minor", "permission-undetermined", "Nothing was known before.", { section: "access" }],
  "scope-renamed": ["permission renamed", ["refused", "none"], "minor", "scope-renamed", "{old} is {new} now, in {count} operations: apps have to ask for it by that name.", { section: "access", decidedBy: "access", mend: "Ask for {new} instead of {old}." }],
  "scenario-added": ["permissions of a further scenario", ["none", "none"], "minor", "scenario-removed", "What is accepted altogether is listed by itself.", { section: "access" }],
  "scenario-removed": ["permissions of a scenario gone", ["refused", "none"], "minor", "scenario-added", "What is accepted altogether is listed by itself.", { section: "access", decidedBy: "access" }],
  "permission-notes-changed": ["notes on permissions changed", ["none", "none"], "patch", "permission-notes-changed", "Only words."],
});

// prettier-ignore
export const exampleRules = rulesOf("examples", {
  "example-added": ["example added", ["none", "none"], "minor", "example-removed", "A fixture is exported that was not there.", { section: "tests" }],
  "example-removed": ["example removed", ["none", "tests"], "minor", "example-added", "Tests that use the fixture {name} do not compile.", { section: "tests" }],
  "example-renamed": ["example renamed", ["none", "tests"], "minor", "example-renamed", "The fixture is called {new} now.", { section: "tests" }],
  "example-changed": ["content of an example changed", ["none", "tests"], "patch", "example-changed", "Snapshots of the fixture differ; what it proves of types is listed by itself.", { section: "tests" }],
  "example-broken": ["example breaks rules", ["none", "none"], "patch", "example-mended", "Findings of the page, not of the API: {new}.", { section: "tests" }],
  "example-mended": ["example breaks no rule any more", ["none", "none"], "patch", "example-broken", "Findings of the page, not of the API: {old}.", { section: "tests" }],
});

// prettier-ignore
export const packageRules = rulesOf("package", {
  "export-added": ["export added that no other row is about", ["none", "none"], "minor", "export-removed", "{name} is exported."],
  "export-removed": ["export removed that no other row is about", ["red", "red"], "major", "export-added", "{name} is not exported any more."],
  "base-url-changed": ["base address changed", ["sent", "none"], "major", "base-url-changed", "Every call goes to another address unless createClient is given one."],
  "base-url-told": ["base address told", ["none", "none"], "minor", "base-url-untold", "createClient knows it; who gives one uses that."],
  "base-url-untold": ["base address not told any more", ["red", "none"], "major", "base-url-told", "createClient has to be given one."],
  "lists-read-elsewhere": ["lists have their items elsewhere", ["none", "none"], "patch", "lists-read-elsewhere", "The package reads them from there; the types stay."],
  "errors-read-elsewhere": ["errors have their code elsewhere", ["none", "none"], "patch", "errors-read-elsewhere", "The package reads it from there."],
  "generator-changed": ["made by another version of docwright", ["none", "none"], "patch", "generator-changed", "What changed in the runtime and in the emitted code, its release notes say."],
});

// prettier-ignore
export const wordRules = rulesOf("words", {
  "deprecation-added": ["deprecated", ["none", "none"], "minor", "deprecation-removed", "It works as before, and is struck out in editors: {new}", { section: "deprecated" }],
  "deprecation-removed": ["not deprecated any more", ["none", "none"], "patch", "deprecation-added", "It is not struck out any more.", { section: "deprecated" }],
  "deprecation-changed": ["words on a deprecation changed", ["none", "none"], "patch", "deprecation-changed", "Only words: {new}", { section: "deprecated" }],
  "description-changed": ["description changed", ["none", "none"], "patch", "description-changed", "Doc comments only.", { section: "docs" }],
  "title-changed": ["title of a page changed", ["none", "none"], "patch", "title-changed", "Doc comments only.", { section: "docs" }],
  "page-moved": ["page moved", ["none", "none"], "patch", "page-moved", "Links in doc comments only.", { section: "docs" }],
});
