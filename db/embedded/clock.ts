/**
 * The variables by which libfaketime gives a process another day, for child processes that get no other
 * part of our environment: a server with another clock than its clients is no test. They hold no keys.
 */
export const clockVariables: Record<string, string> = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && (name === "LD_PRELOAD" || name.startsWith("FAKETIME")) ? [[name, value]] : [],
  ),
);
