/**
 * Everything that is decided before any text exists: the file and the final name of every declaration. Plain data; a `ModulePlan` holds all
 * that its files are made of, so that it can be emitted in another thread.
 */
import type { DialectSettings } from "../dialect/dialect.js";
import type { Api, EnumType, Example, ObjectType, Operation, Property } from "../model/api.js";

export interface PackageOptions {
  /** As in package.json. */
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly repository?: string;
  readonly description?: string;
  /** Text of CHANGELOG.md, where the package has one. */
  readonly changelog?: string;
  /** Where the docs can be read: the page's path without `.md` is put behind it. Without it, comments name the page's path. */
  readonly docsUrl?: string;
  /** Whether what may be absent may be null where no page says so; without it, that is as the docs' answers show. */
  readonly optionalMeansNullable?: boolean;
  readonly previous?: EarlierNames;
  /** New names of functions by those that they would have: the old ones stay, deprecated. */
  readonly renames?: Readonly<Record<string, string>>;
  /** Chosen by the configuration: the name of a dialect, or one with words of its own. */
  readonly dialect?: string | DialectSettings;
}

/** What an earlier `api.json` tells of names that are in use. */
export interface EarlierNames {
  /** `Plan.nameRules` when they were given. */
  readonly rules?: number;
  readonly operations: readonly {
    readonly id: string;
    readonly function: string;
    readonly aliases?: readonly string[];
  }[];
}

export interface Plan {
  readonly api: Api;
  /** Which rules named the functions. */
  readonly nameRules: number;
  readonly options: PackageOptions;
  /** Sorted by path. */
  readonly modules: readonly ModulePlan[];
  /** All namespaces but the root, sorted. */
  readonly namespaces: readonly NamespacePlan[];
}

export interface NamespacePlan {
  /** `callRecords/` */
  readonly folder: string;
  /** Name under which the namespace around it exports it: `CallRecords`. */
  readonly name: string;
  /** Folder of the namespace around it; empty for the root. */
  readonly parent: string;
}

export interface ModulePlan {
  /** Below `src/`, without extension: `message`, `callRecords/session`. */
  readonly path: string;
  /** Folder part of `path` with its slash: `callRecords/`, empty for the root. */
  readonly folder: string;
  readonly types: readonly TypePlan[];
  readonly enums: readonly EnumPlan[];
  readonly operations: readonly OperationPlan[];
  /** Everything of the API that the module's files may refer to, its own declarations included, by qualified name. */
  readonly symbols: Symbols;
  readonly docsUrl?: string;
}

/** A declaration, and the module that exports it. */
export interface ApiSymbol {
  readonly name: string;
  /** Path of its `ModulePlan`. */
  readonly module: string;
}

export interface TypeSymbols {
  readonly type: ApiSymbol;
  /** The union of the type and all types derived from it. */
  readonly union?: ApiSymbol;
  /** Its relationships: its own declaration, or the one of the nearest base type that adds any. */
  readonly relationship?: ApiSymbol;
}

export interface Symbols {
  readonly types: Readonly<Record<string, TypeSymbols>>;
  readonly enums: Readonly<Record<string, ApiSymbol>>;
}

export interface TypePlan {
  readonly type: ObjectType;
  readonly name: string;
  /** Qualified name of its base type, where a page describes that. */
  readonly base?: string;
  /** Own properties that its base type does not give already. */
  readonly properties: readonly Property[];
  /** Declared value of `@odata.type`; "any" where derived types have their own. */
  readonly discriminator?: "any" | "own";
  readonly union?: UnionPlan;
  /** Set when the type adds relationships to those of its base. */
  readonly relationship?: { readonly name: string; readonly own: readonly Property[]; readonly inherited?: ApiSymbol };
}

export interface UnionPlan {
  readonly name: string;
  /** Qualified names of the members, the type itself last; `leaf`: no further types are derived from it. */
  readonly members: readonly { readonly type: string; readonly leaf: boolean }[];
}

export interface EnumPlan {
  readonly enum: EnumType;
  readonly name: string;
  /** Name of the const array. */
  readonly values: string;
}

export interface OperationPlan {
  readonly operation: Operation;
  readonly name: string;
  /** Names that the function had: exported, and deprecated. */
  readonly aliases: readonly string[];
  /** What the constant and the types were called then. */
  readonly partAliases: readonly PartAlias[];
  /** Name of the constant that describes the operation. */
  readonly constant: string;
  /** Name of what the function sends: the constant without its permissions, known to the module only. */
  readonly request: string;
  /** Name of the type of `where`, for operations with several routes. */
  readonly where?: string;
  /** Name of the type of `what`, for operations whose page lists the properties of the body. */
  readonly body?: string;
  /** Qualified name of the open type that such a body stands for. */
  readonly extends?: string;
  /** Relationships of the result that a documented answer holds, sorted. */
  readonly shown: readonly string[];
  readonly fixtures: readonly FixturePlan[];
}

export interface PartAlias {
  readonly name: string;
  /** The name that it has now. */
  readonly of: string;
  readonly kind: "value" | "type";
}

export interface FixturePlan {
  readonly name: string;
  readonly example: Example;
}
