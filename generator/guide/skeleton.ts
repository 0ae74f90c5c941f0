/**
 * Pages as a writer begins them, part by part: what `docwright new` writes, and what the guide shows. As they stand they read without findings,
 * but for the permissions, which only the writer knows.
 */
import { front, graphOperation, graphResource, graphEnum } from "./graph-pages.js";
import { plainEnum, plainOperation, plainResource } from "./plain-pages.js";
import type { EnumSubject, OperationSubject, PagePart, ResourceSubject } from "./subject.js";

export function operationPage(subject: OperationSubject): readonly PagePart[] {
  return subject.house.name === "graph"
    ? [front(subject, "apiPageType"), ...graphOperation(subject)]
    : plainOperation(subject);
}

export function resourcePage(subject: ResourceSubject): readonly PagePart[] {
  return subject.house.name === "graph"
    ? [front(subject, "resourcePageType"), ...graphResource(subject)]
    : plainResource(subject);
}

export function enumPage(subject: EnumSubject): readonly PagePart[] {
  return subject.house.name === "graph" ? [front(subject, "enumPageType"), ...graphEnum(subject)] : plainEnum(subject);
}

export function textOf(parts: readonly PagePart[]): string {
  return `${parts.map(({ text }) => text).join("\n\n")}\n`;
}
