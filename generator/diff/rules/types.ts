/** Changes of types and enumerations. */
import { rulesOf } from "./rule.js";

// prettier-ignore
export const typeRules = rulesOf("types", {
  "type-added": ["type added", ["none", "none"], "minor", "type-removed", "A type is exported that was not there."],
  "type-removed": ["type removed", ["red", "red"], "major", "type-added", "The type {name} is not exported any more.{since}"],
  "type-renamed": ["type renamed", ["red", "red"], "major", "type-renamed", "Its properties are the same: {old} is called {new} now.", { mend: "Use {new} instead of {old}." }],
  "type-documented-name": ["documented name of a type changed", ["none", "none"], "patch", "type-documented-name", "The package calls it as before."],
  "type-annotation-changed": ["text of @odata.type changed", ["run", "red"], "major", "type-annotation-changed", "Comparisons with {old} turn red, and bodies that say it are not understood."],
  "type-moved": ["type moved to another module", ["red", "red"], "major", "type-moved", "Imports from {old} fail.", { mend: "Import it from {new}, or from the root of the package." }],
  "type-became-enumeration": ["type becomes an enumeration", ["red", "red"], "major", "enumeration-became-type", "What was an object is one of several texts."],
  "enumeration-became-type": ["enumeration becomes a type", ["red", "red"], "major", "type-became-enumeration", "What was one of several texts is an object."],
  "base-gained": ["type gets a base", ["none", "none"], "minor", "base-lost", "What it has from there is listed by itself."],
  "base-lost": ["type loses its base", ["red", "red"], "major", "base-gained", "It is none of the types that stand where {old} is wanted any more: comparisons with its name turn red."],
  "base-replaced": ["base of a type replaced", ["red", "red"], "major", "base-replaced", "It is none of the types that stand where {old} is wanted any more: comparisons with its name turn red."],
  "type-opened": ["type takes members that no page lists", ["none", "none"], "minor", "type-closed", "Members with names of one's own are there as unknown."],
  "type-closed": ["type takes no members but the listed ones", ["red", "red"], "major", "type-opened", "Names that no page lists are refused."],
  "derived-added": ["derived type added", ["none", "value"], "minor", "derived-removed", "Exhaustive code on @odata.type meets one it does not know.", { section: "new-values", decidedBy: "newValues" }],
  "derived-removed": ["derived type removed", ["red", "red"], "major", "derived-added", "Comparisons of @odata.type with {name} turn red."],
  "derived-first": ["first derived type", ["none", "value"], "minor", "derived-last", "@odata.type is declared now, and tells the types apart.", { section: "new-values", decidedBy: "newValues" }],
  "derived-last": ["no derived type any more", ["red", "red"], "major", "derived-first", "@odata.type is not declared any more, and the union {name} is not exported."],
  "union-dropped": ["too many derived types for a union", ["red", "red"], "major", "union-restored", "With {count} derived types {name} would be no help to anybody: it is not exported any more, and the base stands for all of them."],
  "union-restored": ["few enough derived types for a union", ["none", "none"], "minor", "union-dropped", "{name} is exported, and stands where the base stood for anything."],
  "type-reached": ["type is used by an operation", ["none", "none"], "patch", "type-unreached", "It was exported before."],
  "type-unreached": ["type is not used by any operation any more", ["none", "none"], "patch", "type-reached", "It is still exported."],
});

// prettier-ignore
export const enumerationRules = rulesOf("enumerations", {
  "value-added": ["value added", ["none", "value"], "minor", "value-removed", "Exhaustive code meets a value it does not know: switch, never, Record.", { section: "new-values", decidedBy: "newValues" }],
  "value-removed": ["value removed", ["red", "red"], "major", "value-added", "Comparisons with {name} turn red, and it cannot be sent."],
  "value-renamed": ["value renamed, also by case", ["red", "red"], "major", "value-renamed", "The wire compares exactly: {old} is {new} now.", { mend: "Use {new} instead of {old}." }],
  "future-value-added": ["unknownFutureValue added", ["none", "value"], "minor", "future-value-removed", "Exhaustive code meets it: the service answers it for values that the client does not know.", { section: "new-values", decidedBy: "newValues" }],
  "future-value-removed": ["unknownFutureValue removed", ["red", "red"], "major", "future-value-added", "Comparisons with it turn red."],
  "listed-value-added": ["value added to an open list", ["none", "none"], "minor", "listed-value-removed", "Any text was taken and could come before; editors offer it now.", { section: "new-values", decidedBy: "newValues" }],
  "listed-value-removed": ["value removed from an open list", ["none", "none"], "patch", "listed-value-added", "Any text is taken and can come; editors do not offer it any more."],
  "values-reordered": ["order of values changed", ["none", "rare"], "patch", "values-reordered", "Only the order of the list of values differs."],
  "values-opened": ["list of values is open", ["none", "red"], { read: "major", written: "minor" }, "values-closed", "Other texts can come: indexing by it and passing it on break."],
  "values-closed": ["list of values is closed", ["red", "none"], { read: "minor", written: "major" }, "values-opened", "Other texts are refused."],
  "flags-gained": ["several values at once", ["none", "red"], "major", "flags-lost", "Combined text reaches readers."],
  "flags-lost": ["one value at a time", ["red", "none"], "major", "flags-gained", "Combined text is refused."],
  "text-became-enumeration": ["text becomes one of several values", ["red", "red"], "major", "enumeration-became-text", "Other texts are refused, and comparisons with them turn red."],
  "enumeration-became-text": ["one of several values becomes any text", ["none", "red"], { read: "major", written: "minor" }, "text-became-enumeration", "Exhaustive code meets any text."],
  "values-named": ["listed values get a name", ["none", "none"], "minor", "values-unnamed", "The values are the same; the type {new} is exported."],
  "values-unnamed": ["values of a named type stand inline", ["none", "none"], "minor", "values-named", "The values are the same."],
});
