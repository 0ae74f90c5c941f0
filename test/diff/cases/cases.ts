/** All rows of the table, shown. */
import type { Case } from "../case.js";
import { operationCases } from "./operations.js";
import { optionCases, routeCases } from "./routes.js";
import { enumerationCases, typeCases } from "./types.js";
import { exampleCases, otherCases, permissionCases, resultCases } from "./answers.js";
import { bodyCases } from "./bodies.js";
import { propertyCases } from "./properties.js";

export const cases: readonly Case[] = [
  ...operationCases,
  ...routeCases,
  ...optionCases,
  ...bodyCases,
  ...propertyCases,
  ...typeCases,
  ...enumerationCases,
  ...resultCases,
  ...permissionCases,
  ...exampleCases,
  ...otherCases,
];
