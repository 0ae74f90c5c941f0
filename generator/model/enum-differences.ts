/** Says where two tables of one enumeration list other members. */
import type { Report } from "../findings/collect.js";
import type { EnumTable, Page } from "../read/page.js";
import { shortName } from "../shared/names.js";

/** What members that may come stand for; a table may leave it out. */
export const UNKNOWN_FUTURE_VALUE = "unknownFutureValue";

export interface Described {
  readonly page: Page;
  readonly table: EnumTable;
}

/** Reports at `other` what the two do not share. */
export function reportMemberDifference(first: Described, other: Described, name: string, report: Report): void {
  const here = new Set(other.table.members.map((member) => member.name));
  const there = new Set(first.table.members.map((member) => member.name));
  const isTold = (member: string): boolean => member !== UNKNOWN_FUTURE_VALUE;
  const missing = [...there].filter((member) => !here.has(member) && isTold(member));
  const extra = [...here].filter((member) => !there.has(member) && isTold(member));
  if (missing.length + extra.length === 0) return;
  const difference = [
    missing.length > 0 ? `only there ${missing.join(", ")}` : "",
    extra.length > 0 ? `only here ${extra.join(", ")}` : "",
  ]
    .filter(Boolean)
    .join("; ");
  const related = [{ ...first.table.place, page: first.page.path, message: "the other table" }];
  const values = { name: shortName(name), page: first.page.path, difference };
  report("enum-differs", other.page.path, other.table.place, name, values, { related });
}
