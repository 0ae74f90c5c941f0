/** What `docwright scopes` prints. */
import type { Difference } from "../scopes/against.js";
import type {
  Answer,
  NeededPermission,
  ReachWarning,
  Scenario,
  Source,
  Used,
  UsedOperation,
} from "../scopes/answer.js";
import { cellsOf, choiceOf, type Names } from "../scopes/needs.js";
import type { Spot, Unknown } from "../scopes/uses.js";
import type { Account } from "../shared/permission-accounts.js";

const TITLES: Readonly<Record<Account, string>> = {
  delegatedWork: "Delegated (work or school account)",
  delegatedPersonal: "Delegated (personal account)",
  application: "Application",
};
/** Of more alternatives than these the number is told. */
const SHOWN = 6;

export function answerLines(answer: Answer): string[] {
  const { account, permissions, alternatives, proven, warnings } = answer;
  return [
    TITLES[account],
    ...(permissions.length === 0 ? ["  needs no permission that the docs name"] : []),
    ...permissions.flatMap(permissionLines),
    ...alternatives.map((names) => `  not unique: as little do ${names.join(", ")}`),
    ...(proven ? [] : ["  not proven minimal: the search was ended by its bound"]),
    ...warnings.map(warningLine),
    ...asideLines(answer),
    ...group("needs no permission", answer.none),
    "",
  ];
}

/** Calls of which nobody can say here what they need. */
function asideLines({ depends, unsupported, undetermined }: Answer): string[] {
  return [
    ...group("depends on what it is called for, and is left out above", depends),
    ...group("not supported for this account", unsupported),
    ...group("the docs do not tell what it needs", undetermined),
  ];
}

function permissionLines({ name, operations, instead }: NeededPermission): string[] {
  const would = instead.map((names) => names.join(" with ")).slice(0, SHOWN);
  const more = instead.length > SHOWN ? ` and ${instead.length - SHOWN} more` : "";
  return [
    `  ${name}`,
    ...operations.flatMap((one) => [
      `    ${one.function}  ${one.sources.map(sourceText).join(", ")}`,
      ...one.spots.map((spot) => `      ${spotText(spot)}${spot.called ? "" : "  may be called"}`),
    ]),
    ...(would.length > 0 ? [`    instead: ${would.join(", ")}${more}`] : []),
  ];
}

function sourceText({ page, line, file }: Source): string {
  return file === undefined ? `${page}:${line}` : `${page} (${file}:${line})`;
}

function spotText({ file, line }: Spot): string {
  return `${file}:${line}`;
}

function warningLine({ permission, function: name, spot, routes, instead }: ReachWarning): string {
  const would = instead.map((names) => names.join(" with ")).slice(0, SHOWN);
  const hint = would.length > 0 ? `; for others the page lists ${would.join(", ")}` : "";
  return `  warning: ${spotText(spot)} ${name} calls ${routes.join(" or ")}, but ${permission} reaches only the signed-in user${hint}`;
}

function group(
  title: string,
  operations: readonly (UsedOperation & { readonly scenarios?: readonly Scenario[] })[],
): string[] {
  if (operations.length === 0) return [];
  return [
    `  ${title}:`,
    ...operations.flatMap((one) => [
      `    ${one.function}  ${one.spots.map(spotText).join(", ")}`,
      ...(one.scenarios ?? []).map(
        ({ scenario, least, source }) => `      ${scenario}: ${least.map(joined).join(" or ")}  ${sourceText(source)}`,
      ),
    ]),
  ];
}

export function unknownLines(unknown: readonly Unknown[]): string[] {
  return unknown.map((one) => `unknown: ${spotText(one)} ${one.text} may be any operation`);
}

/** `answer`: for the same account. */
export function differenceLines(
  { account, missing, unneeded, higher }: Difference,
  used: readonly Used[],
  answer: Answer,
): string[] {
  const isClean = missing.length + unneeded.length + higher.length === 0;
  return [
    TITLES[account],
    ...missing.map((name) => `  missing    ${name}${callersOf(name, account, used)}`),
    ...unneeded.map((name) => `  unneeded   ${name}`),
    ...higher.map(({ name, instead }) => `  higher     ${name} covers it; ${joined(instead)} would do`),
    ...(isClean ? ["  nothing missing, nothing unneeded"] : []),
    ...asideLines(answer),
    "",
  ];
}

function joined(names: Names): string {
  return names.join(" with ");
}

/** The calls whose page lists a permission. */
function callersOf(name: string, account: Account, used: readonly Used[]): string {
  const spots = used
    .filter(({ operation }) =>
      cellsOf(operation, account).some((cell) => choiceOf(cell).some((way) => way.names.includes(name))),
    )
    .flatMap(({ operation, uses }) => uses.map((use) => `${operation.function} ${spotText(use)}`));
  return spots.length === 0 ? "" : `  for ${spots.slice(0, SHOWN).join(", ")}`;
}
