/**
 * Variables by which libfaketime sets a process's clock. Child processes get no other part of our
 * environment: without them, a server would have another clock than its clients. They hold no keys.
 */
export const clockVariables: Record<string, string> = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && (name === "LD_PRELOAD" || name.startsWith("FAKETIME")) ? [[name, value]] : [],
  ),
);
