/** Loaded first by tests of commands that do in CI what they do nowhere else: this may run in CI itself. */
for (const name of Object.keys(process.env)) {
  if (/^(?:CI$|CI_|GITHUB_|TF_BUILD$|SYSTEM_PULLREQUEST)/.test(name)) delete process.env[name];
}

/** Calls `use` with further variables, which are gone afterwards. */
export async function withVariables<T>(variables: Readonly<Record<string, string>>, use: () => Promise<T>): Promise<T> {
  Object.assign(process.env, variables);
  try {
    return await use();
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
  }
}
