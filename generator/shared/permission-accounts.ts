/** Who holds a permission: a user who lends it to a program, or the program itself. */
export type PermissionHolder = "delegated" | "application";

/** For whom the permissions reference lists each permission. */
export type PermissionAccounts = Readonly<Record<string, readonly PermissionHolder[]>>;
