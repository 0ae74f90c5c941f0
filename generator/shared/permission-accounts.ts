/** The kinds of account that a table of permissions has a row for. */
export const accounts = ["delegatedWork", "delegatedPersonal", "application"] as const;
export type Account = (typeof accounts)[number];

/** Who holds a permission: a user who lends it to a program, or the program itself. */
export type PermissionHolder = "delegated" | "application";

/** For whom the permissions reference lists each permission. */
export type PermissionAccounts = Readonly<Record<string, readonly PermissionHolder[]>>;
